import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { rowId } from '@/club/plan.ts';
import { sheetOfPlan } from '@/hooks/match-sheet.ts';
import { readLastPool } from '@/server/club/read-matches.ts';
import { readPlan } from '@/server/club/read-plans.ts';
import { readPlayers } from '@/server/club/read-players.ts';
import { readRatings } from '@/server/club/read-ratings.ts';
import { readToday } from '@/server/club/read-today.ts';
import { signedInAdmin } from '../../../../signed-in-admin.ts';
import { OnceAwake } from '../../../once-awake.tsx';
import { MatchFlow } from '../../flow/match-flow.tsx';

export const metadata: Metadata = { title: 'Planned match' };

export const instant = false;

export default async function AdminPlanPage({ params }: PageProps<'/admin/matches/plans/[id]'>) {
  await signedInAdmin();
  const id = rowId.safeParse(Number((await params).id));
  if (!id.success) notFound();
  const [plan, players, ratings, lastPool, today] = await Promise.all([
    readPlan(id.data),
    readPlayers(),
    readRatings(),
    readLastPool(),
    readToday(),
  ]);
  if (!plan) notFound();

  return (
    <OnceAwake>
      <MatchFlow
        // Whoever comes back to what has changed since finds it as it is now.
        key={`${plan.planId}.${plan.version}`}
        subject={{ kind: 'plan', id: plan.planId, version: plan.version }}
        sheet={sheetOfPlan(plan)}
        players={players}
        ratings={ratings}
        lastPool={lastPool}
        today={today}
      />
    </OnceAwake>
  );
}
