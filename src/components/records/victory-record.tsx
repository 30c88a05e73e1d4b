import { ListItem, Text } from '@mantine/core';
import type { RecordedMatch } from '@/stats/recorded-match.ts';
import { counted } from '../counted.ts';
import { shortDate } from '../dates.ts';
import { MatchLink } from '../match-link.tsx';
import { PlayerName } from '../player-name.tsx';
import { RecordCard } from './record-card.tsx';

/** The biggest victory, and the winning team. */
export function VictoryRecord({ matches }: { matches: readonly RecordedMatch[] }) {
  const [first] = matches;
  if (!first) return null;
  const margin = Math.abs(first.teamA.score - first.teamB.score);
  return (
    <RecordCard title="Biggest victory" value={`By ${counted(margin, 'goal')}`}>
      {matches.map((match) => (
        <ListItem key={match.matchId}>
          <Victory match={match} />
        </ListItem>
      ))}
    </RecordCard>
  );
}

function Victory({ match: { matchId, date, teamA, teamB } }: { match: RecordedMatch }) {
  const [winners, losers] = teamA.score > teamB.score ? [teamA, teamB] : [teamB, teamA];
  return (
    <>
      <Text fw={600}>
        <MatchLink matchId={matchId}>
          {winners.score}–{losers.score}, {shortDate(date)}
        </MatchLink>
      </Text>
      <Text size="sm" c="dimmed">
        {winners.players.map((player, place) => (
          <span key={player.playerId}>
            {place > 0 && ', '}
            <PlayerName player={player} />
            {player.goals > 0 && `\u00a0×${player.goals}`}
          </span>
        ))}
      </Text>
    </>
  );
}
