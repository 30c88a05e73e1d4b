import { ImageResponse } from 'next/og';
import { expect, test, vi } from 'vitest';
import { drawable } from './drawable.ts';

test.each([
  ['Zoë-Ann O’Neil', 'Zoë-Ann O’Neil'],
  ['Łukasz Wójcik', 'Łukasz Wójcik'],
  ['Юрий', 'Юрий'],
  ['Nguyễn', 'Nguyễn'],
  ['𝕬𝖑', 'Al'],
  ['Al ⚽🇧🇷', 'Al'],
  ['Ĕva', 'Eva'],
  ['👨‍👩‍👧', 'Somebody'],
  ['\u202eAl', 'Al'],
])('“%s” is drawn as “%s”', (name, drawn) => {
  expect(drawable(name)).toBe(drawn);
});

/** Every character there is, but for those that stand for half of one. */
const EVERYTHING = Array.from({ length: 0x1fb00 }, (_, code) =>
  code >= 0xd800 && code < 0xe000 ? '' : String.fromCodePoint(code),
).join('');

/** Draws a text with no way out of this machine: whom the renderer asked for help. */
async function strangersAskedFor(text: string): Promise<string[]> {
  const asked: string[] = [];
  const onOwn = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = String(input);
    // Its own parts, which it carries along.
    if (url.startsWith('data:')) return onOwn(input, init);
    asked.push(new URL(url).hostname);
    throw new Error('no way out');
  });
  const picture = new ImageResponse(<span style={{ display: 'flex' }}>{text}</span>);
  await picture.arrayBuffer().catch(() => {});
  vi.restoreAllMocks();
  return asked;
}

test('no name makes the picture ask a stranger’s server', async () => {
  expect(await strangersAskedFor(drawable(EVERYTHING))).toEqual([]);
  expect(await strangersAskedFor('Al ⚽'), 'or this proves nothing').not.toEqual([]);
});
