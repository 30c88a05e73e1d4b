import { expect, test } from 'vitest';
import { buildId } from './build-id.ts';

const build = { SITE_BUILD_ID: 'b1' };

test('a site started again is told from the one before, by the same build', () => {
  expect(buildId(build, 1_000)).toBe(buildId(build, 1_000));
  expect(buildId(build, 2_000)).not.toBe(buildId(build, 1_000));
});

test('on Vercel every process of a build is the same site', () => {
  const vercel = { ...build, VERCEL: '1' };
  expect(buildId(vercel, 2_000)).toBe(buildId(vercel, 1_000));
});
