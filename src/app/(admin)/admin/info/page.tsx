import type { Metadata } from 'next';
import { PageTitle } from '@/components/page-title.tsx';
import { signedInAdmin } from '../../signed-in-admin.ts';
import { ControlRoom } from './control-room.tsx';

export const metadata: Metadata = { title: 'Control room' };

export const instant = false;

export default async function AdminInfoPage() {
  await signedInAdmin();
  return (
    <>
      <PageTitle title="Control room" lead="Keeps the numbers that players see up to date." />
      <ControlRoom />
    </>
  );
}
