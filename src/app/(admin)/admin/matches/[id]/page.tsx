import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { rowId } from '@/club/plan.ts';
import { sheetOfMatch } from '@/hooks/match-sheet.ts';
import { readLastPool, readMatch } from '@/server/club/read-matches.ts';
import { readPlayers } from '@/server/club/read-players.ts';
import { readRatings } from '@/server/club/read-ratings.ts';
import { readToday } from '@/server/club/read-today.ts';
import { signedInAdmin } from '../../../signed-in-admin.ts';
import { OnceAwake } from '../../once-awake.tsx';
import { MatchFlow } from '../flow/match-flow.tsx';

export const metadata: Metadata = { title: 'Result' };

export const instant = false;

export default async function AdminMatchPage({ params }: PageProps<'/admin/matches/[id]'>) {
  await signedInAdmin();
  const id = rowId.safeParse(Number((await params).id));
  if (!id.success) notFound();
  const [match, players, ratings, lastPool, today] = await Promise.all([
    readMatch(id.data),
    readPlayers(),
    readRatings(),
    readLastPool(),
    readToday(),
  ]);
  if (!match) notFound();

  return (
    <OnceAwake>
      <MatchFlow
        // Whoever comes back to what has changed since finds it as it is now.
        key={`${match.matchId}.${match.version}`}
        subject={{ kind: 'match', id: match.matchId, version: match.version }}
        sheet={sheetOfMatch(match)}
        players={players}
        ratings={ratings}
        lastPool={lastPool}
        today={today}
      />
    </OnceAwake>
  );
}
