import type { TeamSheet } from '@/stats/recorded-match.ts';
import { PlayerName } from '../player-name.tsx';
import classes from './scoreboard.module.css';
import { scorersOf } from './scorers-of.ts';

/** Who scored for a team, most goals first; own goals in its favour last. */
export function Scorers({ team }: { team: TeamSheet }) {
  const scorers = scorersOf(team);
  if (scorers.length === 0 && team.ownGoals === 0) return <p className={classes.none}>No goals</p>;

  return (
    <ul className={classes.scorers}>
      {scorers.map((player) => (
        <li key={player.playerId}>
          <PlayerName player={player} />
          <Times count={player.goals} />
        </li>
      ))}
      {team.ownGoals > 0 && (
        <li>
          Own goal
          <Times count={team.ownGoals} />
        </li>
      )}
    </ul>
  );
}

/** Not in brackets: a number in brackets tells players of the same name apart. */
function Times({ count }: { count: number }) {
  return count > 1 ? <strong className={classes.times}> ×{count}</strong> : null;
}
