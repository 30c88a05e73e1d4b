import type { Metadata } from 'next';
import { PageTitle } from '@/components/page-title.tsx';
import { readPlayers } from '@/server/club/read-players.ts';
import { signedInAdmin } from '../../signed-in-admin.ts';
import { OnceAwake } from '../once-awake.tsx';
import { PlayerList } from './player-list.tsx';

export const metadata: Metadata = { title: 'Players' };

export const instant = false;

export default async function AdminPlayersPage() {
  await signedInAdmin();
  return (
    <OnceAwake>
      <PageTitle title="Players" lead="Regulars, ringers and retired players." />
      <PlayerList players={await readPlayers()} />
    </OnceAwake>
  );
}
