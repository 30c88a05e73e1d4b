import Link from 'next/link';
import classes from './quiet-link.module.css';

interface PlayerNameProps {
  player: {
    playerId: number;
    /** From `playerNaming` in src/stats, which tells players of the same name apart. */
    name: string;
  };
}

/** A player's name, with a link to the player's page. */
export function PlayerName({ player }: PlayerNameProps) {
  return (
    // A table names dozens of players: prefetching all their pages would cost more than it saves.
    <Link href={`/players/${player.playerId}`} prefetch={false} className={classes.link}>
      {player.name}
    </Link>
  );
}
