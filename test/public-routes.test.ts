import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PUBLIC_ROUTES } from './browser/public-routes.ts';

/** File names that Next.js makes an address of. */
const ANSWERS =
  /^(page|route|default|icon|apple-icon|opengraph-image|twitter-image|sitemap|robots|manifest)\d*\.\w+$/;

test('the public routes that the browser tests visit are all there are', () => {
  const answering = readdirSync('src/app/(public)', { recursive: true, withFileTypes: true })
    .filter(({ name }) => ANSWERS.test(name))
    .map(({ parentPath, name }) => join(parentPath, name).replace('src/app/(public)/', ''));

  expect(answering.length).toBeGreaterThan(10);
  expect([...new Set(PUBLIC_ROUTES.map(({ file }) => file))].sort()).toEqual(answering.sort());
});
