import type { TestDatabase } from '../../database.ts';
import { type Attempt, attempt, type Caller, EVERY_CALLER } from './callers.ts';
import { type Callers, FUNCTIONS, RELATIONS, type Readers } from './matrix.ts';

const DENIED = '42501';
const READS: Readonly<Record<Readers, readonly Caller[]>> = {
  everybody: EVERY_CALLER,
  // A plain user's query is answered, with no row.
  admins: ['a plain user', 'an admin', 'the service'],
  service: ['the service'],
  nobody: [],
};
const EXECUTES: Readonly<Record<Callers, readonly Caller[]>> = {
  everybody: EVERY_CALLER,
  service: ['the service'],
  nobody: [],
};

/** Who sees rows that the matrix keeps from them, or sees none of those it gives them. */
export async function holesInReading(database: TestDatabase): Promise<string[]> {
  const { sql } = database;
  const relations = Object.entries(RELATIONS);
  const holes: string[] = [];
  for (const caller of EVERY_CALLER) {
    const attempts = await attempt(
      database,
      caller,
      relations.map(([name]) => `select count(*) from public.${name}`),
    );
    for (const [index, [name, readers]] of relations.entries()) {
      const { rows, state } = attempts[index] ?? { rows: null, state: 'not tried' };
      const [all] = await sql<{ count: number }[]>`
        select count(*)::integer from public.${sql(name)}`;
      const sees = readers === 'admins' && caller === 'a plain user' ? 0 : (all?.count ?? 0);
      const wanted = READS[readers].includes(caller) ? `${sees} rows` : DENIED;
      const got = state ?? `${rows} rows`;
      if (got !== wanted) holes.push(`${caller} reads ${name}: ${got}, not ${wanted}`);
      if (all?.count === 0) holes.push(`${name} is empty: that nobody sees a row proves nothing`);
    }
  }
  return holes;
}

/** Who may change a table or a sequence. */
export async function holesInWriting(database: TestDatabase): Promise<string[]> {
  const columns = await database.sql<{ name: string; column: string; kind: string }[]>`
    select relname as name, attname as column, relkind as kind
    from pg_class join pg_attribute on attrelid = pg_class.oid and attnum = 1
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'S')`;
  const statements = columns.flatMap(({ name, column, kind }) => {
    const object = `public.${name}`;
    if (kind === 'S') return [`select nextval('${object}')`, `select setval('${object}', 1)`];
    return [
      `insert into ${object} default values`,
      `update ${object} set ${column} = default`,
      `delete from ${object}`,
      `truncate ${object}`,
      `lock table ${object} in access exclusive mode`,
    ];
  });
  // A view of several tables cannot be written by its owner either, and says so first.
  const refused = ({ state }: Attempt) =>
    state === DENIED || state === '55000' || state === '42809';

  const tried = await Promise.all(
    EVERY_CALLER.map(async (caller) =>
      (await attempt(database, caller, statements))
        .filter((one) => !refused(one))
        .map(({ statement, state }) => `${caller} may ${statement}: ${state ?? 'done'}`),
    ),
  );
  const granted = await database.sql<{ hole: string }[]>`
    select format('%s holds %s on %s', grantee::regrole, lower(privilege_type), relname) as hole
    from pg_class, aclexplode(relacl)
    where relnamespace = 'public'::regnamespace
      and privilege_type <> 'SELECT' and grantee <> relowner`;
  return [...tried.flat(), ...granted.map(({ hole }) => hole)];
}

/** Who may call a function that is not for them, or not one that is. */
export async function holesInExecuting(database: TestDatabase): Promise<string[]> {
  // Nulls that are no constants: a strict function of constant nulls is answered without a look at it.
  const calls = await database.sql<{ name: string; statement: string }[]>`
    select proname as name, format(
      'select count(answer) from (select public.%I(%s) as answer from (select %s offset 0) as given) as called',
      proname,
      array_to_string(array(
        select format('given.a%s', n) from generate_series(1, pronargs) as n
      ), ', '),
      array_to_string(array(
        select format('null::%s as a%s', proargtypes[n - 1]::regtype, n)
        from generate_series(1, pronargs) as n
      ), ', ')
    ) as statement
    from pg_proc where pronamespace = 'public'::regnamespace`;

  const tried = await Promise.all(
    EVERY_CALLER.map(async (caller) => {
      const attempts = await attempt(
        database,
        caller,
        calls.map(({ statement }) => statement),
      );
      return attempts.flatMap(({ state, message }, index) => {
        const name = calls[index]?.name ?? '';
        const isIn = state !== DENIED;
        const ought = EXECUTES[FUNCTIONS[name] ?? 'nobody'].includes(caller);
        if (isIn === ought) return [];
        return [`${caller} executes ${name}: ${isIn ? 'yes' : message}, against the matrix`];
      });
    }),
  );
  return tried.flat();
}

/** Of pgmq nobody who comes through the API may use anything, whatever it grants inside. */
export async function holesInTheQueue(database: TestDatabase): Promise<string[]> {
  const statements = [
    'select count(*) from pgmq."q_stats-update-queue"',
    'select count(*) from pgmq."a_stats-update-queue"',
    'select count(*) from pgmq.meta',
    `select count(*) from pgmq.send('stats-update-queue', '{}')`,
    `select count(*) from pgmq.read('stats-update-queue', 1, 1)`,
    `select count(*) from pgmq.purge_queue('stats-update-queue')`,
    `select count(*) from pgmq.drop_queue('stats-update-queue')`,
  ];
  const tried = await Promise.all(
    EVERY_CALLER.map(async (caller) =>
      (await attempt(database, caller, statements))
        .filter(({ state }) => state !== DENIED)
        .map(({ statement, state }) => `${caller} may ${statement}: ${state ?? 'done'}`),
    ),
  );
  return tried.flat();
}
