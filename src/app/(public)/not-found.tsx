import { NoSuchPage } from '@/components/no-such-page.tsx';

/** A page that would be here if the player, the match or the season were. */
export default function PublicNotFound() {
  return <NoSuchPage />;
}
