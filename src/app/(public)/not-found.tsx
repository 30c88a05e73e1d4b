import { NoSuchPage } from '@/components/no-such-page.tsx';

/** Shown for a player, a match or a season that does not exist. */
export default function PublicNotFound() {
  return <NoSuchPage />;
}
