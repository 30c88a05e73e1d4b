'use client';

import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { evenTeams, type Ratings, weigh } from '@/club/balance.ts';
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

/** Makes even teams, the best first and then the next best; says how even the teams are, and why. */
export function BalanceCard({ match, names, ratings }: BalanceCardProps) {
  const { sheet } = match.state;
  const pool = sheet.lineUp.map(({ playerId }) => playerId);
  const poolText = [...pool].sort((one, other) => one - other).join();
  const [tried, setTried] = useState({ poolText: '', way: -1 });
  const way = tried.poolText === poolText ? tried.way : -1;

  const makeEven = () => {
    const ways = evenTeams(pool, ratings, WAYS);
    const next = (way + 1) % ways.length;
    const teams = ways[next];
    if (!teams) return;
    setTried({ poolText, way: next });
    match.arrange(teams);
  };

  const weighing = weigh(teamsOf(sheet), ratings);
  const words = balanceWords(weighing);
  const { A, B } = weighing.sides;
  const whole = Math.max(1, A.power) + Math.max(1, B.power);

  return (
    <SectionCard title="How even">
      <Stack gap="sm">
        <Text role="status">
          {words || 'Put people in teams by hand, or let the ratings do it.'}
        </Text>
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
              Power is the fantasy points to expect of everyone together, from how they did of late.
              {weighing.unrated.length > 0 &&
                ` ${listed(weighing.unrated.map((id) => nameIn(names, id)))} ${
                  weighing.unrated.length === 1 ? 'has' : 'have'
                } not played enough for a rating and ${
                  weighing.unrated.length === 1 ? 'counts' : 'count'
                } as average.`}
            </Text>
          </>
        )}
        <Group>
          <Button leftSection={<IconScale size={18} />} size="md" onClick={makeEven}>
            {way < 0 ? 'Make even teams' : 'Another way'}
          </Button>
          {way >= 0 && (
            <Text size="sm" c="dimmed">
              {way === 0 ? 'The most even way there is.' : `The ${ORDINALS[way]} most even way.`}
            </Text>
          )}
        </Group>
      </Stack>
    </SectionCard>
  );
}

const ORDINALS = ['', 'second', 'third', 'fourth', 'fifth'];

const list = new Intl.ListFormat('en-GB');
const listed = (names: readonly string[]) => list.format(names);
