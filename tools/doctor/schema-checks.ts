import { type Check, type Finding, ok, problem } from './check.ts';
import type { ExpectedSchema } from './expected-schema.ts';
import type { StoredSchema } from './stored-schema.ts';

/** The schema of this version, and the one in the database. */
export interface Schemas {
  readonly expected: ExpectedSchema;
  readonly stored: StoredSchema;
}

const APPLY = 'Apply the schema of this version: npm run db:apply.';

export const SCHEMA_CHECKS: readonly [Check<Schemas>, ...Check<Schemas>[]] = [
  { name: 'tables and views', look: async (schemas) => relationsAreThere(schemas) },
  { name: 'functions', look: async (schemas) => functionsAreThere(schemas) },
  { name: 'grants', look: async (schemas) => grantsAreRight(schemas) },
  { name: 'row level security', look: async (schemas) => rowsAreSecured(schemas) },
];

function relationsAreThere({ expected, stored }: Schemas): Finding {
  const missing = [
    ...expected.tables.filter((name) => !stored.tables.has(name)),
    ...expected.views.filter((name) => !stored.views.has(name)),
  ];
  if (missing.length > 0) return problem(`Missing: ${some(missing)}.`, APPLY);
  return ok(`${expected.tables.length} tables, ${expected.views.length} views`);
}

function functionsAreThere({ expected, stored }: Schemas): Finding {
  const names = [...expected.functions.keys()];
  const missing = names.filter((name) => !stored.functions.has(name));
  if (missing.length > 0) return problem(`Missing: ${some(missing)}.`, APPLY);
  const others = names.filter((name) => {
    const body = expected.functions.get(name);
    const bodies = stored.functions.get(name) ?? [];
    return bodies.length > 1 || (typeof body === 'string' && bodies[0] !== body);
  });
  if (others.length > 0) return problem(`Of another version: ${some(others)}.`, APPLY);
  return ok(`${names.length}, of this version`);
}

/** Of the objects that are there: that one is missing is told above. */
function grantsAreRight({ expected, stored }: Schemas): Finding {
  const ours = new Set([...expected.tables, ...expected.views, ...expected.functions.keys()]);
  const extra = [...stored.grants].filter(
    (grant) => ours.has(objectOf(grant)) && !expected.grants.has(grant),
  );
  const missing = [...expected.grants].filter(
    (grant) => exists(stored, objectOf(grant)) && !stored.grants.has(grant),
  );
  const unlike = [
    ...extra.map((grant) => `should not be granted: ${grant}`),
    ...missing.map((grant) => `is not granted: ${grant}`),
  ];
  if (unlike.length > 0) return problem(`${some(unlike, '; ')}.`, APPLY);
  return ok(`${expected.grants.size}, and no others`);
}

const objectOf = (grant: string) => / on (\w+) to /.exec(grant)?.[1] ?? '';

const exists = ({ tables, views, functions }: StoredSchema, name: string) =>
  tables.has(name) || views.has(name) || functions.has(name);

function rowsAreSecured({ expected, stored }: Schemas): Finding {
  const open = expected.tables.filter((name) => stored.withoutRowSecurity.has(name));
  if (open.length > 0) return problem(`Off for ${some(open)}.`, APPLY);
  return ok('on for all of them');
}

const SHOWN = 5;

function some(all: readonly string[], between = ', '): string {
  const more = all.length - SHOWN;
  return all.slice(0, SHOWN).join(between) + (more > 0 ? ` and ${more} more` : '');
}
