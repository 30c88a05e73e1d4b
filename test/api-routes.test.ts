import { expect, test } from 'vitest';
import { API_ROUTES, routesThatExist } from './api-routes.ts';

test('every route has a line that says whom it is for, and every line a route', () => {
  const listed = Object.fromEntries(
    Object.entries(API_ROUTES).map(([route, methods]) => [route, Object.keys(methods).sort()]),
  );
  const there = Object.fromEntries(
    Object.entries(routesThatExist()).map(([route, methods]) => [route, methods.sort()]),
  );

  expect(listed).toEqual(there);
});
