'use client';

import { Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Team } from '@/club/plan.ts';
import { SectionCard } from '@/components/section-card.tsx';
import { sideProblem, teamsOf } from '@/hooks/match-sheet.ts';
import type { MatchControl } from '@/hooks/useMatchState.hook.ts';
import { nameIn } from '../../name-in.ts';
import { Counter } from './counter.tsx';
import classes from './team-result.module.css';

interface TeamResultProps {
  team: Team;
  match: MatchControl;
  names: ReadonlyMap<number, string>;
}

/** One team's score, its scorers and own goals; says while typing what is missing. */
export function TeamResult({ team, match, names }: TeamResultProps) {
  const { sheet } = match.state;
  const problem = sideProblem(team, sheet);
  const players = [...teamsOf(sheet)[team]].sort((one, other) =>
    nameIn(names, one).localeCompare(nameIn(names, other), 'en'),
  );

  return (
    <SectionCard title={`Team ${team}`}>
      <div className={classes.score}>
        <Counter
          label={`Score of ${team}`}
          name={`Score of team ${team}`}
          size="lg"
          value={sheet.score[team]}
          onChange={(score) => match.setScore(team, score)}
        />
        <Text
          role="status"
          size="sm"
          className={classes.verdict}
          data-wrong={(problem !== null && sheet.score[team] !== null) || undefined}
        >
          {problem ?? (
            <>
              <IconCheck size={16} aria-hidden /> Adds up.
            </>
          )}
        </Text>
      </div>
      {players.map((playerId) => (
        <Counter
          key={playerId}
          label={nameIn(names, playerId)}
          name={`Goals of ${nameIn(names, playerId)}`}
          value={sheet.goals[playerId] ?? 0}
          onChange={(goals) => match.setGoals(playerId, goals ?? 0)}
        />
      ))}
      <Counter
        label={`Own goals by ${team === 'A' ? 'B' : 'A'}`}
        name={`Own goals that count for team ${team}`}
        value={sheet.ownGoals[team]}
        onChange={(ownGoals) => match.setOwnGoals(team, ownGoals ?? 0)}
      />
    </SectionCard>
  );
}
