import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PlayerKind } from '@/stats/player-kind.ts';
import { RatingCard } from './rating-card.tsx';

const cardOf = (kind: PlayerKind, isRetired: boolean) =>
  renderToStaticMarkup(
    <MantineProvider>
      <RatingCard player={{ playerId: 1, kind, isRetired }} ratings={[]} />
    </MantineProvider>,
  );

test.each([
  ['retired', true],
  ['ringer', true],
] as const)('no rating is announced for a %s who no longer plays', (kind, isRetired) => {
  expect(cardOf(kind, isRetired)).toContain('Only active players are rated.');
});

test.each(['regular', 'ringer'] as const)('a new %s is told when the rating comes', (kind) => {
  expect(cardOf(kind, false)).toContain('after the next update');
});
