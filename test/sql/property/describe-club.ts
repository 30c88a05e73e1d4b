import type { ClubData, Match, Team } from '../../oracle/club-data.ts';
import type { ClubOnADay } from './random-club.ts';

/** A club as a person reads it: its rules, players and matches, a line each. */
export function describeClub({ club, asOf }: ClubOnADay): string {
  const rules = Object.entries(club.config).map(([key, value]) => `rule ${key} = "${value}"`);
  const players = club.players.map(({ id, name, ringer, retired }) =>
    [`player ${id}`, name, ringer && 'ringer', retired && 'retired'].filter(Boolean).join(' '),
  );
  return [
    `as of ${asOf}`,
    ...rules,
    ...players,
    ...club.matches.map((match) => describeMatch(club, match)),
  ].join('\n');
}

/** "match 3 on 2026-01-05: Al#1 2, Ben#2, OG 1 v Cal#3 (3-0)". */
function describeMatch(club: ClubData, match: Match): string {
  const side = (team: Team) => {
    const players = match.lineUp
      .filter((own) => own.team === team)
      .map(({ playerId, goals }) => {
        const name = club.players.find(({ id }) => id === playerId)?.name;
        return `${name}#${playerId}${goals > 0 ? ` ${goals}` : ''}`;
      });
    const ownGoals = match.ownGoals[team];
    return [...players, ...(ownGoals > 0 ? [`OG ${ownGoals}`] : [])].join(', ') || 'nobody';
  };
  return `match ${match.id} on ${match.date}: ${side('A')} v ${side('B')} (${match.score.A}-${match.score.B})`;
}
