import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultOf, problemWith, SETTINGS } from '../../../src/club/settings.ts';
import { freshDatabase, type TestDatabase } from '../../database.ts';
import { refusalOf } from './changes.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

type Change = { key: string; value: string | null; seen: string | null };

const change = (changes: Change[], requestId: string = randomUUID(), by = 'sam@club.example') =>
  database.as(
    'service_role',
    (sql) => sql`select public.change_settings(
      ${sql.json(changes satisfies postgres.JSONValue)}, ${requestId}, ${by}) as answer`,
  );

const set = (key: string, value: string | null, seen: string | null = null) => ({
  key,
  value,
  seen,
});

async function stored(): Promise<Record<string, string>> {
  const rows = await database.sql`select config_key, config_value from public.app_config`;
  return Object.fromEntries(rows.map(({ config_key, config_value }) => [config_key, config_value]));
}

async function sourceVersion(): Promise<number> {
  const [row] = await database.sql`select version::int from public.source_version`;
  return row?.version;
}

test('a rule is set, changed, and taken back to its default, and the numbers know', async () => {
  const before = await sourceVersion();

  await change([set('fantasy_win_points', '25'), set('show_on_fire', 'false')]);
  expect(await stored()).toEqual({ fantasy_win_points: '25', show_on_fire: 'false' });
  await change([set('fantasy_win_points', '30', '25'), set('show_on_fire', null, 'false')]);
  expect(await stored()).toEqual({ fantasy_win_points: '30' });

  expect(await sourceVersion()).toBeGreaterThan(before + 1);
});

test('who changes what somebody else has changed meanwhile is refused, and told by whom', async () => {
  await change([set('fantasy_win_points', '25')]);

  const refusal = await refusalOf(
    change([set('fantasy_win_points', '30'), set('min_streak_length', '5')]),
  );

  expect(refusal).toMatchObject({ code: 'PT409' });
  expect(refusal.between).toMatchObject({ action: 'changed', changed_by: 'sam@club.example' });
  expect(await stored()).toEqual({ fantasy_win_points: '25' });
});

test('two who change different rules at once are in nobody’s way', async () => {
  await Promise.all([
    change([set('fantasy_win_points', '25')]),
    change([set('min_streak_length', '5')]),
  ]);

  expect(await stored()).toEqual({ fantasy_win_points: '25', min_streak_length: '5' });
});

test('of two who change the same rule at once, one is first', async () => {
  const outcomes = await Promise.allSettled([
    change([set('fantasy_win_points', '25')]),
    change([set('fantasy_win_points', '26')]),
  ]);

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('the same request changes once', async () => {
  const requestId = randomUUID();
  await change([set('fantasy_win_points', '25')], requestId);
  const version = await sourceVersion();

  await change([set('fantasy_win_points', '25')], requestId);

  expect(await sourceVersion()).toBe(version);
});

test.each([
  ['a rule that does not exist', 'wins', '3'],
  ['no number', 'fantasy_win_points', 'ten'],
  ['a number with an end that no rule takes', 'fantasy_win_points', '1.5'],
  ['too much', 'fantasy_win_points', '10001'],
  ['so much that no number holds it', 'fantasy_win_points', '9'.repeat(400)],
  ['too little', 'game_milestone_threshold', '0'],
  ['no weight', 'performance_goal_weight', '-1'],
  ['neither on nor off', 'show_on_fire', 'perhaps'],
])('%s is refused, and with it all that came along', async (_, key, value) => {
  const refusal = await refusalOf(change([set('min_streak_length', '5'), set(key, value)]));

  expect(refusal).toMatchObject({ code: '23514' });
  expect(await stored()).toEqual({});
});

test('a time zone that Postgres does not know is refused', async () => {
  const refusal = await refusalOf(change([set('club_timezone', 'Europe/Nowhere')]));

  expect(refusal).toMatchObject({ code: '22023' });
});

test('what the page lets an admin enter is what the database takes', async () => {
  const limits = await database.sql<
    { config_key: string; kind: string; minimum: number | null; maximum: number | null }[]
  >`
    select config_key, kind, minimum::float8, maximum::float8 from public.setting_limit`;

  const known = SETTINGS.map((setting) => ({
    config_key: setting.key,
    kind: setting.kind,
    minimum: 'min' in setting ? setting.min : null,
    maximum: 'max' in setting ? setting.max : null,
  }));
  const byKey = (one: { config_key: string }, other: { config_key: string }) =>
    one.config_key < other.config_key ? -1 : 1;
  expect([...limits].map((row) => ({ ...row })).sort(byKey)).toEqual(known.sort(byKey));
});

test('what the page calls the default is what the stats take', async () => {
  const [rules] = await database.sql`select * from public.stats_config`;
  const [win] = await database.sql`
    insert into public.app_config (config_key, config_value) values ('fantasy_win_points', '3')
    returning config_key`;
  const [changedRules] = await database.sql`select * from public.stats_config`;
  expect(win).toBeDefined();

  for (const setting of SETTINGS.filter(({ key }) => key in (rules ?? {}))) {
    expect(Number(defaultOf(setting, {})), setting.key).toBe(Number(rules?.[setting.key]));
    if (setting.key === 'fantasy_win_points') continue;
    expect(Number(defaultOf(setting, { fantasy_win_points: '3' })), setting.key).toBe(
      Number(changedRules?.[setting.key]),
    );
  }
});

test('every rule of the stats can be set', async () => {
  const [rules] = await database.sql`select * from public.stats_config`;

  expect(SETTINGS.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(rules ?? {})));
});

test.each([
  '0',
  '1',
  '-1',
  '-0',
  '007',
  '0.05',
  '1.5',
  '10000',
  '10001',
  '1e3',
  '',
  'abc',
  '٣',
  'true',
])('page and database agree for every rule whether it may be "%s"', async (text) => {
  for (const setting of SETTINGS.filter(({ kind }) => kind !== 'timezone')) {
    const isTaken = await change([set(setting.key, text)]).then(
      () => true,
      () => false,
    );
    expect(isTaken, setting.key).toBe(problemWith(setting, text) === null);
  }
});
