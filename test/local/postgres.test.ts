import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../local/ports.ts';
import { type RunningPostgres, startPostgres } from '../../local/postgres.ts';
import { isAlive } from '../../local/processes.ts';

let folder: string;
const opened: RunningPostgres[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berkotnf-postgres-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true });
});

const dataDir = () => join(folder, 'postgres');

async function start(port?: number): Promise<RunningPostgres> {
  const server = await startPostgres({
    dataDir: dataDir(),
    port: port ?? (await freePort()),
    password: 'a password',
  });
  opened.push(server);
  return server;
}

async function ask(
  server: RunningPostgres,
  query: string,
): Promise<postgres.RowList<postgres.Row[]>> {
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(query);
  } finally {
    // Without a limit it waits for ever for a connection that the server dropped.
    await sql.end({ timeout: 1 });
  }
}

test('what was committed is there after the postmaster was killed', async () => {
  const first = await start();
  await ask(first, "create table note (text text); insert into note values ('kept')");

  first.kill();
  await first.exited;
  const second = await start();

  expect(await ask(second, 'select text from note')).toEqual([{ text: 'kept' }]);
});

test('names are sorted as people sort them, as on Supabase', async () => {
  const sorted = await ask(
    await start(),
    `select name from unnest(array['Zoe', 'ben', 'Émile', 'Eve', 'Al', 'al']) as name order by name`,
  );

  expect(sorted.map(({ name }) => name)).toEqual(['al', 'Al', 'ben', 'Émile', 'Eve', 'Zoe']);
});

test('it starts again at once after a SIGKILL, though a backend is busy', async () => {
  const first = await start();
  const busy = ask(first, 'select pg_sleep(30)').catch((error: unknown) => error);
  await expect
    .poll(() =>
      ask(
        first,
        `select count(*)::int as n from pg_stat_activity where query like '%pg_sleep(30)' and state = 'active'`,
      ),
    )
    .toEqual([{ n: 1 }]);

  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const second = await start();

  expect(await busy).toBeInstanceOf(Error);
  expect(second.pid).not.toBe(first.pid);
});

test('a postmaster that a killed parent left behind is stopped first', async () => {
  const port = await freePort();
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `
    import { startPostgres } from '${join(process.cwd(), 'local/postgres.ts')}';
    const { pid } = await startPostgres({ dataDir: '${dataDir()}', port: ${port}, password: 'a password' });
    console.log(pid);
    setInterval(() => {}, 1000);`,
  ]);
  const orphan = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (line: Buffer) => resolve(Number(line)));
  });
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(parent.pid ?? 0)).toBe(false);
  expect(isAlive(orphan)).toBe(true);

  const server = await start(port);

  expect(isAlive(orphan)).toBe(false);
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a postmaster.pid that names somebody else’s process is no obstacle', async () => {
  await (await start()).stop();
  writeFileSync(join(dataDir(), 'postmaster.pid'), `${process.pid}\n${dataDir()}\n`);

  const server = await start();

  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a taken port is named, with the variable to change', async () => {
  const squatter = createServer();
  const port = await freePort();
  await new Promise<void>((listening) => squatter.listen(port, '127.0.0.1', listening));

  await expect(start(port)).rejects.toThrow(
    `Port ${port} is already in use. Stop what listens there, or set DB_PORT to a free port.`,
  );
  await new Promise((closed) => squatter.close(closed));
});

test('what a killed initdb left is cleared away', async () => {
  mkdirSync(join(`${dataDir()}.making`, 'base'), { recursive: true });
  writeFileSync(join(`${dataDir()}.making`, 'PG_VERSION'), '17\n');

  await start();

  expect(readdirSync(folder)).toEqual(['postgres']);
});

test('a data folder without a control file is set aside, not lost, and made anew', async () => {
  mkdirSync(dataDir());
  writeFileSync(join(dataDir(), 'PG_VERSION'), '17\n');
  writeFileSync(join(dataDir(), 'something'), 'of value?');

  const server = await start();

  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  const aside = readdirSync(folder).find((name) => name.startsWith('postgres.damaged-'));
  expect(readFileSync(join(folder, aside ?? '', 'something'), 'utf8')).toBe('of value?');
});

test.each([
  ['which is no data folder', 'holiday.jpg', '', /is not a Postgres data folder/],
  ['of another version', 'PG_VERSION', '16\n', /made by Postgres 16; this is Postgres 17/],
])('a folder %s is refused and left alone', async (_, file, content, message) => {
  mkdirSync(dataDir());
  writeFileSync(join(dataDir(), file), content);

  await expect(start()).rejects.toThrow(message);

  expect(readdirSync(dataDir())).toEqual([file]);
});

test('when it does not start, its own words say why', async () => {
  await (await start()).stop();
  opened.splice(0);
  writeFileSync(join(dataDir(), 'postgresql.auto.conf'), 'no_such_setting = on\n');

  await expect(start()).rejects.toThrow(/no_such_setting/);
});
