import { afterEach, expect, test, vi } from 'vitest';
import { createSite } from '../src/site.ts';

afterEach(() => vi.unstubAllGlobals());

test('a refusal is not left unread: it would keep its connection', async () => {
  const cancelled = vi.fn();
  const body = new ReadableStream({ cancel: cancelled });
  vi.stubGlobal('fetch', async () => new Response(body, { status: 503 }));
  const site = createSite({
    invalidationUrl: 'https://club.example/api/internal/cache/invalidate',
    internalApiKey: 'key',
  });

  await expect(site.freshness()).rejects.toThrow('freshness answered 503');

  expect(cancelled).toHaveBeenCalledOnce();
});
