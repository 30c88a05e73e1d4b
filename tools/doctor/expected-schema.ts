import { readFileSync } from 'node:fs';
import { listedFiles } from '../install-script.ts';
import { splitSql } from '../split-sql.ts';

/** What the files of sql/ make, as far as they say it in so many words. */
export interface ExpectedSchema {
  readonly tables: readonly string[];
  readonly views: readonly string[];
  /** The functions, each with its body; null when that is compiled (`begin atomic`). */
  readonly functions: ReadonlyMap<string, string | null>;
  /** `select on players to anon`: every privilege that one of the API's roles has. */
  readonly grants: ReadonlySet<string>;
}

const TABLE = /^create table if not exists public\.(\w+)/;
const VIEW = /^create or replace view public\.(\w+)/;
const FUNCTION = /^create or replace function public\.(\w+)/;
const BODY = /\bas \$\$(.*)\$\$/s;
const GRANT = /^grant (\w+) on (?:table|function) public\.(\w+) to ([\w, ]+)$/;

/** Reads the schema that an install script lists. */
export function expectedSchema(installFile: string): ExpectedSchema {
  const texts = listedFiles(installFile)
    .flatMap((file) => splitSql(readFileSync(file, 'utf8')))
    .map(({ text }) => text);
  const named = (pattern: RegExp) => texts.flatMap((text) => pattern.exec(text)?.[1] ?? []);
  return {
    tables: named(TABLE),
    views: named(VIEW),
    functions: new Map(
      texts.flatMap((text) => {
        const name = FUNCTION.exec(text)?.[1];
        return name ? [[name, BODY.exec(text)?.[1] ?? null]] : [];
      }),
    ),
    grants: new Set(texts.flatMap(grantsIn)),
  };
}

function grantsIn(text: string): string[] {
  const [, privilege = '', object = '', roles = ''] =
    GRANT.exec(text.replace(/\s+/g, ' ').trim()) ?? [];
  return roles
    .split(',')
    .filter((role) => role !== '')
    .map((role) => grantLine(privilege, object, role.trim()));
}

/** How a privilege is written here. */
export const grantLine = (privilege: string, object: string, role: string) =>
  `${privilege.toLowerCase()} on ${object} to ${role}`;
