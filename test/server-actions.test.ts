import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Every function that a browser can call by itself, and what must be its first step. */
const GUARDED_BY: Readonly<Record<string, RegExp>> = {
  signInAction: /await foreignCause\(/,
  signOutAction: /await foreignCause\(/,
};

const sources = globSync('src/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'));
const modules = sources.filter((source) => /^'use server';/m.test(source));

test('every server action has a guard, and calls it', () => {
  const actions = modules.flatMap((source) =>
    [...source.matchAll(/^export (?:const|(?:async )?function) (\w+)([\s\S]*?)^}/gm)].map(
      ([, name = '', body = '']) => ({ name, body }),
    ),
  );

  expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(GUARDED_BY).sort());
  for (const { name, body } of actions) expect(body, name).toMatch(GUARDED_BY[name] ?? /$^/);
});

test('no server action hides inside another function', () => {
  expect(sources.filter((source) => /^\s+['"]use server['"]/m.test(source))).toEqual([]);
});
