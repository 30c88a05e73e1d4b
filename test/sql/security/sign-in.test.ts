import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../database.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

/** Asks to try a password; 0, or the seconds to wait. */
async function begin(account = 'sam', address = 'home'): Promise<number> {
  const [row] = await database.as(
    'service_role',
    (sql) => sql<{ wait: number }[]>`select public.begin_sign_in(${account}, ${address}) as wait`,
  );
  return row?.wait ?? Number.NaN;
}

const settle = (wasRight: boolean, account = 'sam', address = 'home') =>
  database.as(
    'service_role',
    (sql) => sql`select public.settle_sign_in(${account}, ${address}, ${wasRight})`,
  );

/** So many tries in a row, each for the account and from the address that `of` says; the waits. */
async function tries(
  count: number,
  of: (n: number) => readonly [account: string, address: string] = () => ['sam', 'home'],
): Promise<number[]> {
  const waits: number[] = [];
  for (let n = 1; n <= count; n++) waits.push(await begin(...of(n)));
  return waits;
}

const minutesLater = (minutes: number) => database.sql`
  update public.sign_in_try
  set window_ends_at = window_ends_at - make_interval(mins => ${minutes}),
      known_until = known_until - make_interval(mins => ${minutes})`;

const QUARTER = 15 * 60;
const DAY = 24 * 60;

test('an account may be tried ten times from one address, then in a quarter of an hour', async () => {
  const allowed = await tries(10);
  const wait = await begin();

  expect(allowed).toEqual(Array(10).fill(0));
  expect(wait).toBeGreaterThan(QUARTER - 60);
  expect(wait).toBeLessThanOrEqual(QUARTER);
  await minutesLater(15);
  expect(await begin()).toBe(0);
});

test('hitting a lock does not make it longer, and uses up nothing of others', async () => {
  await tries(10);
  await minutesLater(14);

  const refused = await tries(200);

  expect(Math.min(...refused)).toBeGreaterThan(0);
  expect(Math.max(...refused)).toBeLessThanOrEqual(60);
  expect(await begin('sam', 'elsewhere')).toBe(0);
  expect(await begin('kim', 'home')).toBe(0);
});

test('forty tries at once are ten', async () => {
  const waits = await Promise.all(Array.from({ length: 40 }, () => begin()));

  expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
});

test('an address may try thirty times, whatever the accounts', async () => {
  const allowed = await tries(30, (n) => [`account ${n}`, 'home']);

  expect(allowed).toEqual(Array(30).fill(0));
  expect(await begin('another', 'home')).toBeGreaterThan(0);
  expect(await begin('another', 'elsewhere')).toBe(0);
});

test('an account may be tried a hundred times from everywhere', async () => {
  const allowed = await tries(100, (n) => ['sam', `address ${n}`]);

  expect(allowed).toEqual(Array(100).fill(0));
  expect(await begin('sam', 'one more')).toBeGreaterThan(0);
  expect(await begin('kim', 'one more')).toBe(0);
});

test('nobody elsewhere keeps the owner out of an account', async () => {
  await begin('sam', 'home');
  await settle(true, 'sam', 'home');
  await tries(100, (n) => ['sam', `address ${n}`]);

  expect(await begin('sam', 'elsewhere')).toBeGreaterThan(0);
  expect(await begin('sam', 'home')).toBe(0);
  expect(await begin('sam', 'home 2'), 'a name that only begins alike').toBeGreaterThan(0);
});

test('an address is known for ninety days, and what is known may be tried ten times, too', async () => {
  await begin();
  await settle(true);
  await minutesLater(89 * DAY);
  await tries(100, (n) => ['sam', `address ${n}`]);

  const allowed = await tries(11);
  await minutesLater(2 * DAY);
  await tries(100, (n) => ['sam', `address ${n}`]);

  expect(allowed.filter((wait) => wait === 0)).toHaveLength(10);
  expect(await begin(), 'known no more').toBeGreaterThan(0);
});

test('a right password forgets the account’s wrong ones', async () => {
  await tries(9);
  await begin();
  await settle(true);

  expect(await tries(10)).toEqual(Array(10).fill(0));
  expect(await begin()).toBeGreaterThan(0);
});

test('whoever has an account does not clear their address by signing in to it', async () => {
  await tries(29, (n) => [`account ${n}`, 'home']);
  await begin('mine', 'home');
  await settle(true, 'mine', 'home');

  expect(await begin('another', 'home'), 'the right one does not count').toBe(0);
  expect(await begin('yet another', 'home')).toBeGreaterThan(0);
});

test('a try that nobody could judge does not count', async () => {
  for (let n = 1; n <= 40; n++) {
    await begin();
    await settle(false);
  }

  expect(await tries(10)).toEqual(Array(10).fill(0));
});

test('what no longer counts is forgotten, what is known is kept', async () => {
  await begin('sam', 'home');
  await settle(true, 'sam', 'home');
  await tries(20, (n) => [`account ${n}`, 'there']);
  await minutesLater(16);

  await tries(5, (n) => [`account ${n}`, 'elsewhere']);

  const [old] = await database.sql`
    select count(*)::int as count from public.sign_in_try
    where window_ends_at < clock_timestamp() and known_until is null`;
  const [known] = await database.sql`
    select count(*)::int as count from public.sign_in_try where known_until is not null`;
  expect([old?.count, known?.count]).toEqual([0, 1]);
});
