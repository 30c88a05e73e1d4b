import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoClub } from '../../local/demo-club.ts';
import { insertClub } from '../../local/insert-club.ts';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { CLUB_TABLES } from '../../tools/backup/club-tables.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { runTool } from '../run-tool.ts';
import { changesOf } from './admin/changes.ts';

let folder: string;
let file: string;
let club: TestDatabase;
let other: TestDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'club-backup-'));
  file = join(folder, 'club.json');
  [club, other] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await Promise.all([club.drop(), other.drop()]);
});

const backup = (from: TestDatabase) =>
  runTool('club-backup.ts', { DATABASE_URL: from.url }, { args: [file] });
const restore = (to: TestDatabase, ...flags: string[]) =>
  runTool('club-restore.ts', { DATABASE_URL: to.url }, { args: [file, ...flags] });

/** The demo club, with a rule of its own, a plan and a change by an admin. */
async function aClub(): Promise<void> {
  const { sql } = club;
  await sql.begin((transaction) => insertClub(transaction, demoClub('2026-11-26')));
  await sql`insert into public.app_config values ('win_points', '3') on conflict do nothing`;
  const changes = changesOf(club);
  await changes.savePlayer({ name: 'Žofie "Ö" O’Neil', is_ringer: false, is_retired: false });
  await sql`insert into public.planned_matches (match_date) values ('2026-12-03')`;
  await sql`insert into public.planned_players (plan_id, player_id, team)
    select plan_id, player_id, case when player_id = 1 then 'A' end
    from public.planned_matches, public.players where player_id <= 2`;
}

/** Every row of the club's own tables. */
const entered = ({ sql }: TestDatabase) =>
  Promise.all(
    CLUB_TABLES.map(
      ({ table }) => sql`select to_jsonb(t) from public.${sql(table)} as t order by t`,
    ),
  );

test('what people entered is the same in another database, and the stats are calculated there', async () => {
  await aClub();

  const made = await backup(club);
  const restored = await restore(other);

  expect(made.output).toMatch(/^43 players, 150 matches, 1 planned match are in .*club\.json\n$/);
  expect(restored.output).toMatch(/^Restored 43 players, 150 matches, 1 planned match, as of 20/);
  expect([made.code, restored.code]).toEqual([0, 0]);
  expect(await entered(other)).toEqual(await entered(club));
  expect(await other.sql`select status, force from public.background_job_status`).toEqual([
    { status: 'queued', force: true },
  ]);
  for (const { rpc } of STATS_FUNCTIONS) await other.sql`select public.${other.sql(rpc)}()`;
  const { code } = await runTool('stats-verify.ts', { DATABASE_URL: other.url });
  expect(code).toBe(0);
}, 60_000);

test('new players and matches go on after the ids that were used', async () => {
  await aClub();
  const ids = async ({ sql }: TestDatabase) => {
    const [row] = await sql`
      with player as (insert into public.players (name) values ('New') returning player_id),
        match as (insert into public.matches (match_date, team_a_score, team_b_score)
          values ('2026-11-27', 1, 0) returning match_id)
      select player_id, match_id from player, match`;
    return row;
  };

  await backup(club);
  await restore(other);

  expect(await ids(other)).toEqual(await ids(club));
});

test('a database that has a club is refused, and with --replace goes back to the backup', async () => {
  await aClub();
  await backup(club);
  const before = await entered(club);
  await club.sql`delete from public.matches where match_id > 100`;
  const damaged = await entered(club);

  const refused = await restore(club);
  const left = await entered(club);
  const replaced = await restore(club, '--replace');

  expect(refused).toMatchObject({ code: 1 });
  expect(refused.output).toMatch(/^The database is not empty: app_config has rows. --replace/);
  expect(left).toEqual(damaged);
  expect(replaced.code).toBe(0);
  expect(await entered(club)).toEqual(before);
});

test('the file is for its owner only, and no earlier one is overwritten', async () => {
  await aClub();
  await backup(club);
  const first = readFileSync(file, 'utf8');

  const again = await backup(club);

  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(again.output).toMatch(/^The backup cannot be written: .*EEXIST/);
  expect(again.code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(first);
});

test('an older backup is restored with defaults for what it did not know; a newer one is refused', async () => {
  await aClub();
  await backup(club);
  const made = JSON.parse(readFileSync(file, 'utf8'));
  for (const player of made.tables.players) delete player.version;
  writeFileSync(file, JSON.stringify(made));
  const older = await restore(other);
  for (const player of made.tables.players) player.shoe_size = 42;
  writeFileSync(file, JSON.stringify(made));

  const newer = await restore(other, '--replace');

  expect(older.code).toBe(0);
  expect(newer.code).toBe(1);
  expect(newer.output).toMatch(/^The backup is newer than the schema: players has no shoe_size/);
  expect(await other.sql`select from public.players where version = 1`).toHaveLength(43);
});

test('a file that is no backup changes nothing', async () => {
  writeFileSync(file, '{"players": []}');

  const { code, output } = await restore(other, '--replace');

  expect({ code, output }).toEqual({
    code: 1,
    output: `${file} is not a backup of a club that can be read.\n`,
  });
  expect(existsSync(file)).toBe(true);
});
