import type { ValueDifference } from './differences.ts';
import type { RowDifference } from './table-rows.ts';
import type { Comparison, Failure, TableVerdict } from './verify-function.ts';

/** Equal; wrong; unlike, but of older data; or not known. */
export type Verdict = 'equal' | 'wrong' | 'behind' | 'failed';

/** What to make of what was found of one function's numbers. */
export function verdictOf(found: Comparison | Failure): Verdict {
  if ('reason' in found) return 'failed';
  if (found.tables.every(isEqual)) return 'equal';
  return isBehind(found) ? 'behind' : 'wrong';
}

const isEqual = ({ differences }: TableVerdict) => differences.length === 0;

/** The data has changed since the numbers were computed, or they never were. */
const isBehind = ({ stored, current }: Comparison) =>
  stored.day === null || stored.version < current.version;

const ROWS_SHOWN = 3;
const VALUES_SHOWN = 4;

/** What was found of one function's numbers: a line, and below it the first rows that differ. */
export function describe(found: Comparison | Failure): string {
  const head = `${verdictOf(found).padEnd(7)} ${found.statsFunction.label.padEnd(30)} `;
  if ('reason' in found) return `${head}${found.reason}`;
  const tables = found.tables.map(({ table, rows, differences }) =>
    differences.length > 0
      ? `${table}: ${differences.length} of ${rows} rows differ`
      : `${table}: ${rows} rows`,
  );
  const rows = found.tables.flatMap((table) => {
    const shown = table.differences.slice(0, ROWS_SHOWN).flatMap(describeRow);
    const more = table.differences.length - ROWS_SHOWN;
    return more > 0 ? [...shown, `    and ${more} rows more`] : shown;
  });
  return [head + tables.join(', '), ...rows].join('\n');
}

function describeRow({ key, values }: RowDifference): string[] {
  const more = values.length - VALUES_SHOWN;
  return [
    ...values.slice(0, VALUES_SHOWN).map((value) => `    ${key}: ${describeValue(value)}`),
    ...(more > 0 ? [`    ${key}: and ${more} values more`] : []),
  ];
}

function describeValue({ path, found, expected }: ValueDifference): string {
  if (path.length === 0) return found === undefined ? 'is missing' : 'should not be there';
  return `${path.join('.')} is ${shown(found)}, should be ${shown(expected)}`;
}

const LONGEST = 60;

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** How all of it stands, in a line or more, the one that asks for something last. */
export function conclude(all: readonly (Comparison | Failure)[]): string {
  const compared = all.filter((found) => 'tables' in found);
  const tables = compared.flatMap((found) => found.tables);
  const unlike = tables.filter((table) => !isEqual(table));
  const has = (verdict: Verdict) => all.some((found) => verdictOf(found) === verdict);
  const lines = [
    unlike.length === 0
      ? `${tables.length} tables equal.`
      : `${unlike.length} of ${tables.length} tables differ from a fresh computation.`,
    ...ageLines(compared),
    has('wrong') &&
      'Wrong: of the same data other numbers are computed. They were changed by hand, or the functions are of another version since: press Update stats, and verify again.',
    has('failed') && 'Some could not be computed: see above.',
  ];
  return lines.filter(Boolean).join('\n');
}

function ageLines(compared: readonly Comparison[]): string[] {
  const lines = compared.flatMap((found) => {
    const { stored, current } = found;
    const computed = stored.day === null ? 'never computed' : `version ${stored.version} computed`;
    return [
      isBehind(found) && `Behind: ${computed}, ${current.version} current; press Update stats.`,
      stored.day !== null &&
        stored.day !== current.day &&
        `Computed for ${stored.day}, and verified for that day; today is ${current.day}.`,
    ];
  });
  return [...new Set(lines)].filter((line) => line !== false);
}
