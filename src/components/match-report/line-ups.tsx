import { List, ListItem, SimpleGrid, Text, Title } from '@mantine/core';
import type { MatchReport } from '@/stats/match-report.ts';
import type { Form } from '@/stats/recent-form.ts';
import type { LinedUp } from '@/stats/recorded-match.ts';
import { FormGuide } from '../form-guide.tsx';
import { PlayerName } from '../player-name.tsx';
import { SectionCard } from '../section-card.tsx';
import classes from './line-ups.module.css';

interface LineUpsProps {
  report: MatchReport;
  /** Of everyone except ringers. */
  form: readonly Form[];
}

/** Who played on which team, and everyone's recent form. */
export function LineUps({ report: { teamA, teamB, match }, form }: LineUpsProps) {
  return (
    <SectionCard title="Teams and form">
      <Text size="sm" c="dimmed" mb="md">
        Last five games, most recent on the right.
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={{ base: 'lg', sm: 48 }}>
        {match ? (
          <>
            <LineUp title="Team A" players={match.teamA.players} form={form} />
            <LineUp title="Team B" players={match.teamB.players} form={form} />
          </>
        ) : (
          <>
            <Names title="Team A" names={teamA.players} />
            <Names title="Team B" names={teamB.players} />
          </>
        )}
      </SimpleGrid>
    </SectionCard>
  );
}

interface LineUpProps {
  title: string;
  players: readonly LinedUp[];
  form: readonly Form[];
}

function LineUp({ title, players, form }: LineUpProps) {
  return (
    <div>
      <TeamTitle title={title} />
      <List listStyleType="none" className={classes.players}>
        {players.map((player) => (
          <ListItem key={player.playerId}>
            <span className={classes.player}>
              <PlayerName player={player} />
              {player.isRinger ? (
                <Text span size="sm" c="dimmed">
                  Ringer
                </Text>
              ) : (
                <FormGuide
                  games={form.find(({ playerId }) => playerId === player.playerId)?.games ?? []}
                />
              )}
            </span>
          </ListItem>
        ))}
      </List>
    </div>
  );
}

/** A team of which only the names are known. */
function Names({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <div>
      <TeamTitle title={title} />
      <List listStyleType="none" className={classes.players}>
        {names.map((name, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two players may share a name
          <ListItem key={`${place}-${name}`}>{name}</ListItem>
        ))}
      </List>
    </div>
  );
}

function TeamTitle({ title }: { title: string }) {
  return (
    <Title order={3} fz="sm" c="dimmed" mb={4}>
      {title}
    </Title>
  );
}
