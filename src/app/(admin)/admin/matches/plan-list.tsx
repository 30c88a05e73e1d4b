'use client';

import { Stack, Text } from '@mantine/core';
import { type Plan, TEAMS } from '@/club/plan.ts';
import { longDate } from '@/components/dates.ts';
import { SectionCard } from '@/components/section-card.tsx';
import { MatchRow } from './match-row.tsx';
import { NewPlan } from './new-plan.tsx';

interface PlanListProps {
  plans: readonly Plan[];
  /** YYYY-MM-DD; empty for none. */
  suggestedDay: string;
}

/** The planned matches, and the form for one more. */
export function PlanList({ plans, suggestedDay }: PlanListProps) {
  return (
    <SectionCard title="Planned">
      <Stack>
        {plans.length === 0 && <Text>No matches planned.</Text>}
        {plans.length > 0 && (
          <ul>
            {plans.map((plan) => (
              <MatchRow
                key={plan.planId}
                href={`/admin/matches/plans/${plan.planId}`}
                title={longDate(plan.matchDate)}
                detail={planWords(plan)}
              />
            ))}
          </ul>
        )}
        <NewPlan suggestedDay={suggestedDay} />
      </Stack>
    </SectionCard>
  );
}

function planWords({ players }: Plan): string {
  if (players.length === 0) return 'No players picked yet';
  const [a = 0, b = 0] = TEAMS.map((team) => players.filter((one) => one.team === team).length);
  const picked = players.length === 1 ? '1 player' : `${players.length} players`;
  return a + b === 0 ? `${picked}, no teams yet` : `${picked}, ${a} against ${b}`;
}
