import { eventually } from '../stack.ts';
import { PUBLIC_ROUTES } from './public-routes.ts';
import { expect, test } from './site.ts';
import { keptPages, updateStats } from './updates.ts';

const PATHS = PUBLIC_ROUTES.map(({ path }) => path);

/** What every page shows something of: everybody's name and a rule carry a mark. */
const MARKS = { names: 'Renamed', rules: '9973' } as const;

test('after an update the first visitor of every page reads it fresh, the next from the cache', async ({
  request,
  sql,
  stack,
}) => {
  await keptPages(request, PATHS);
  await sql`update public.players set name = 'Renamed ' || name`;
  await sql`insert into public.app_config values ('performance_half_life_days', '9973')`;
  try {
    await updateStats(request, stack, sql);

    for (const { path, shows } of PUBLIC_ROUTES) {
      const first = await request.get(path);
      const cached = await eventually(
        () => request.get(path),
        (page) => page.headers()['x-nextjs-cache'] === 'HIT',
      );

      expect.soft(first.status(), path).toBe(200);
      expect.soft(first.headers()['x-nextjs-cache'], path).not.toBe('HIT');
      // Not the text itself: a failure would print a page in full.
      const texts = [await first.text(), await cached.text()];
      const fresh = texts.map((text) => text.includes(MARKS[shows]));
      expect.soft(fresh, `${path} shows the change, first and then`).toEqual([true, true]);
    }
  } finally {
    await sql`update public.players set name = substr(name, length('Renamed ') + 1)`;
    await sql`delete from public.app_config where config_key = 'performance_half_life_days'`;
    await updateStats(request, stack, sql);
  }
});

test('who is on fire and the grim reaper are shown only if the club wants it', async ({
  request,
  sql,
  stack,
}) => {
  const cards = async () => {
    await updateStats(request, stack, sql);
    const html = await (await request.get('/')).text();
    return ['On fire', 'Grim reaper'].filter((title) => html.includes(`>${title}</h2>`));
  };
  expect(await cards()).toEqual(['On fire', 'Grim reaper']);

  await sql`insert into public.app_config values ('show_grim_reaper', 'false')`;
  try {
    expect(await cards()).toEqual(['On fire']);
  } finally {
    await sql`delete from public.app_config where config_key = 'show_grim_reaper'`;
    await updateStats(request, stack, sql);
  }
});

test('a kept page asks the database nothing: it is served while every read is refused', async ({
  request,
  sql,
}) => {
  await keptPages(request, PATHS);

  await sql`revoke usage on schema public from anon`;
  try {
    for (const path of PATHS) {
      for (let visit = 0; visit < 10; visit += 1) {
        const page = await request.get(path);
        expect([page.status(), page.headers()['x-nextjs-cache']], path).toEqual([200, 'HIT']);
      }
    }
  } finally {
    await sql`grant usage on schema public to anon`;
  }
});
