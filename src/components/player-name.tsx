import Link from 'next/link';
import classes from './quiet-link.module.css';

interface PlayerNameProps {
  player: {
    playerId: number;
    /** As the site calls the player: `playerNaming` in src/stats tells namesakes apart. */
    name: string;
  };
}

/** A player's name wherever it stands; leads to the player's page. */
export function PlayerName({ player }: PlayerNameProps) {
  return (
    // A table names dozens: fetching all their pages ahead would ask more of the site than it saves.
    <Link href={`/players/${player.playerId}`} prefetch={false} className={classes.link}>
      {player.name}
    </Link>
  );
}
