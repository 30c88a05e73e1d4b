'use client';

import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { evenTeams, type Ratings, type Teams, weigh } from '@/club/balance.ts';
import { balanceWords } from '@/club/balance-words.ts';
import { SectionCard } from '@/components/section-card.tsx';
import { teamsOf } from '@/hooks/match-sheet.ts';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import { nameIn } from '../../name-in.ts';

interface BalanceCardProps {
  match: MatchControl;
  names: ReadonlyMap<number, string>;
  ratings: Ratings;
}

/** How many ways the button goes through before it starts again. */
const WAYS = 5;
const ORDINALS = ['Most', 'Second most', 'Third most', 'Fourth most', 'Fifth most'];

/** Makes even teams, the best first and then the next best; says how even the teams are, and why. */
export function BalanceCard({ match, names, ratings }: BalanceCardProps) {
  const teams = teamsOf(match.state.sheet);
  const pool = match.state.sheet.lineUp.map(({ playerId }) => playerId).sort(byNumber);
  const [found, setFound] = useState<{ pool: string; ways: readonly Teams[] } | null>(null);
  const ways = found?.pool === pool.join() ? found.ways : null;
  /** Which of them the teams are now; -1 for none. */
  const shown = ways?.findIndex((way) => isSame(way, teams)) ?? -1;

  const makeEven = () => {
    const all = ways ?? evenTeams(pool, ratings, WAYS);
    const next = all[(shown + 1) % all.length];
    if (!next) return;
    setFound({ pool: pool.join(), ways: all });
    match.arrange(next);
  };

  const weighing = weigh(teams, ratings);
  const words = balanceWords(weighing);
  const { A, B } = weighing.sides;
  const whole = Math.max(1, A.power) + Math.max(1, B.power);

  return (
    <SectionCard title="Balance">
      <Stack gap="sm">
        <Text role="status">{words || 'Pick teams by hand, or let the ratings do it.'}</Text>
        {words && (
          <>
            <Progress.Root size={20} aria-hidden>
              <Progress.Section value={(100 * Math.max(1, A.power)) / whole} color="pitch">
                <Progress.Label>A</Progress.Label>
              </Progress.Section>
              <Progress.Section value={(100 * Math.max(1, B.power)) / whole} color="floodlight.5">
                <Progress.Label>B</Progress.Label>
              </Progress.Section>
            </Progress.Root>
            <Text size="sm" c="dimmed">
              Power is the team’s expected fantasy points, based on recent form.
              {weighing.unrated.length > 0 && unratedWords(weighing.unrated, names)}
            </Text>
          </>
        )}
        <Group>
          <Button leftSection={<IconScale size={18} />} size="md" onClick={makeEven}>
            {shown < 0 ? 'Make even teams' : 'Another way'}
          </Button>
          {shown >= 0 && (
            <Text size="sm" c="dimmed">
              {ORDINALS[shown]} even teams.
            </Text>
          )}
        </Group>
      </Stack>
    </SectionCard>
  );
}

const byNumber = (one: number, other: number) => one - other;

/** Whichever of the two is called A. */
function isSame(one: Teams, other: Teams): boolean {
  const textOf = ({ A, B }: Teams) =>
    [A, B]
      .map((team) => [...team].sort(byNumber).join())
      .sort()
      .join('|');
  return textOf(one) === textOf(other);
}

const list = new Intl.ListFormat('en-GB');

function unratedWords(unrated: readonly number[], names: ReadonlyMap<number, string>): string {
  const who = list.format(unrated.map((playerId) => nameIn(names, playerId)));
  const verbs = unrated.length === 1 ? ['has', 'is'] : ['have', 'are'];
  return ` ${who} ${verbs[0]} too few recent games for a rating and ${verbs[1]} treated as average.`;
}
