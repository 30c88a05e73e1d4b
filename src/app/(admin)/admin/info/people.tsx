import { List, ListItem, SimpleGrid, Text } from '@mantine/core';
import { counted } from '@/components/counted.ts';
import { longDate } from '@/components/dates.ts';
import { SectionCard } from '@/components/section-card.tsx';
import { ApiError } from '@/server/api-error.ts';
import { ATTENDANCE, type Attending, readAttendance } from '@/server/attendance.ts';
import { readPlayers } from '@/server/club/read-players.ts';
import { distinctNames } from '@/stats/distinct-names.ts';
import { nameIn } from '../name-in.ts';

/** For the secretary: members who have stayed away, and guests who might join. */
export async function People() {
  const read = await Promise.all([readAttendance(), readPlayers()]).catch((error: unknown) => {
    if (error instanceof ApiError) return null;
    throw error;
  });
  // The rest of the page lives on without a database.
  if (!read)
    return (
      <Text c="dimmed" mt="md">
        Attendance could not be loaded.
      </Text>
    );
  const [{ absentees, ringers }, players] = read;
  const names = distinctNames(players);
  const { absentWeeks, ringerWeeks, ringerGames } = ATTENDANCE;

  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} mt="md">
      <SectionCard title="Not seen for a while">
        <Text size="sm" c="dimmed" mb="sm">
          Members who last played {absentWeeks} weeks ago or more. Retire anyone who won’t be back.
        </Text>
        <Names
          people={absentees}
          names={names}
          none="Everyone has played recently."
          words={({ games, lastPlayed }) =>
            lastPlayed
              ? `last played ${longDate(lastPlayed)}, ${counted(games, 'game')}`
              : 'never played'
          }
        />
      </SectionCard>
      <SectionCard title="Ringers to consider">
        <Text size="sm" c="dimmed" mb="sm">
          Guests with {ringerGames} games or more in the last {ringerWeeks} weeks. Members appear in
          the tables; guests don’t.
        </Text>
        <Names
          people={ringers}
          names={names}
          none="No guest has played that often."
          words={({ games }) => counted(games, 'game')}
        />
      </SectionCard>
    </SimpleGrid>
  );
}

interface NamesProps {
  people: readonly Attending[];
  names: ReadonlyMap<number, string>;
  /** What to say when there is nobody. */
  none: string;
  words: (person: Attending) => string;
}

function Names({ people, names, none, words }: NamesProps) {
  if (people.length === 0) return <Text size="sm">{none}</Text>;
  return (
    <List size="sm" spacing={4} listStyleType="none">
      {people.map((person) => (
        <ListItem key={person.playerId}>
          <Text component="span" fw={600} size="sm">
            {nameIn(names, person.playerId)}
          </Text>{' '}
          <Text component="span" c="dimmed" size="sm">
            {words(person)}
          </Text>
        </ListItem>
      ))}
    </List>
  );
}
