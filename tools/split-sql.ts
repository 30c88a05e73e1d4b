/** One statement of a script. */
export interface SqlStatement {
  readonly text: string;
  /** The line of the script on which it begins, from 1. */
  readonly line: number;
}

/**
 * Splits a script at the semicolons that end statements: not those in quotes, dollar quotes,
 * comments or `begin atomic … end` bodies. So that an error can be told with the line it came from,
 * even where Postgres reports no position.
 */
export function splitSql(script: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let begin = 0;
  let depth = 0;
  for (const { index, 0: token } of script.matchAll(TOKENS)) {
    depth = Math.max(0, depth + nesting(token, depth));
    if (token !== ';' || depth > 0) continue;
    addStatement(statements, script, begin, index);
    begin = index + 1;
  }
  addStatement(statements, script, begin, script.length);
  return statements;
}

// Inside `begin atomic`, a `case` has an `end` of its own; elsewhere both words mean nothing here.
function nesting(token: string, depth: number): -1 | 0 | 1 {
  if (/^begin\s/i.test(token)) return 1;
  if (depth === 0) return 0;
  if (/^case$/i.test(token)) return 1;
  return /^end$/i.test(token) ? -1 : 0;
}

// Whatever may hide a semicolon, else the semicolon itself. An unclosed one runs to the end, and
// Postgres says so.
const TOKENS = new RegExp(
  [
    String.raw`--[^\n]*`,
    String.raw`/\*[\s\S]*?(?:\*/|$)`,
    String.raw`\b[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)`,
    "'(?:[^']|'')*(?:'|$)",
    '"(?:[^"]|"")*(?:"|$)',
    String.raw`(?<![\w$])(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\1|$)`,
    String.raw`\b(?:begin\s+atomic|case|end)\b`,
    ';',
  ].join('|'),
  'gi',
);

const BLANK_OR_COMMENT = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/;

function addStatement(
  statements: SqlStatement[],
  script: string,
  begin: number,
  end: number,
): void {
  const skipped = BLANK_OR_COMMENT.exec(script.slice(begin, end))?.[0].length ?? 0;
  const start = begin + skipped;
  if (start >= end) return;
  statements.push({ text: script.slice(start, end), line: lineAt(script, start) });
}

/** The line of the character at `offset`, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
