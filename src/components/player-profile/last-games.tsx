import { Text } from '@mantine/core';
import type { FormGame } from '@/stats/form.ts';
import { counted } from '../counted.ts';
import { shortDate } from '../dates.ts';
import { ResultMark } from '../form-guide.tsx';
import { MatchLink } from '../match-link.tsx';
import { SectionCard } from '../section-card.tsx';
import classes from './last-games.module.css';

/** A player's last five games, newest first. */
export function LastGames({ games }: { games: readonly FormGame[] }) {
  const goals = games.reduce((sum, game) => sum + game.goals, 0);
  return (
    <SectionCard title="Last five games">
      <ol className={classes.games}>
        {games.map((game, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two games may be of one day
          <li key={place} className={classes.game}>
            <ResultMark outcome={game} />
            <span className={classes.score}>{game.score.replace('-', '–')}</span>
            <span className={classes.what}>
              <Day game={game} />
              <Text span size="sm" c="dimmed">
                {[game.goals > 0 && counted(game.goals, 'goal'), game.isCleanSheet && 'clean sheet']
                  .filter(Boolean)
                  .join(', ')}
              </Text>
            </span>
          </li>
        ))}
      </ol>
      <Text size="sm" c="dimmed" mt="sm">
        {goals === 0 ? 'No goals' : counted(goals, 'goal')} in these games. Scores show the player’s
        team first.
      </Text>
    </SectionCard>
  );
}

function Day({ game: { matchId, date } }: { game: FormGame }) {
  const day = <time dateTime={date}>{shortDate(date)}</time>;
  return matchId === null ? day : <MatchLink matchId={matchId}>{day}</MatchLink>;
}
