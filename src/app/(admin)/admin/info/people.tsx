import { List, ListItem, SimpleGrid, Text } from '@mantine/core';
import { counted } from '@/components/counted.ts';
import { longDate } from '@/components/dates.ts';
import { SectionCard } from '@/components/section-card.tsx';
import { ApiError } from '@/server/api-error.ts';
import { ATTENDANCE, type Attending, readAttendance } from '@/server/attendance.ts';

/** For the secretary: members who have not been seen, and guests to be asked to join. */
export async function People() {
  const attendance = await readAttendance().catch((error: unknown) => {
    if (error instanceof ApiError) return null;
    throw error;
  });
  // The rest of the page lives on without a database.
  if (!attendance)
    return (
      <Text c="dimmed" mt="md">
        Who was away could not be read.
      </Text>
    );
  const { absentees, ringers } = attendance;
  const { absentWeeks, ringerWeeks, ringerGames } = ATTENDANCE;

  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} mt="md">
      <SectionCard title="Not seen for a while">
        <Text size="sm" c="dimmed" mb="sm">
          Members who last played {absentWeeks} weeks ago or more. Retire whoever will not be back.
        </Text>
        <Names
          people={absentees}
          none="Everybody has played lately."
          words={({ games, lastPlayed }) =>
            lastPlayed
              ? `last on ${longDate(lastPlayed)}, ${counted(games, 'game')}`
              : 'never played'
          }
        />
      </SectionCard>
      <SectionCard title="Ringers to consider">
        <Text size="sm" c="dimmed" mb="sm">
          Guests with {ringerGames} games or more in the last {ringerWeeks} weeks. Whoever becomes a
          member gets a place in the tables.
        </Text>
        <Names
          people={ringers}
          none="No guest has played that often."
          words={({ games }) => counted(games, 'game')}
        />
      </SectionCard>
    </SimpleGrid>
  );
}

interface NamesProps {
  people: readonly Attending[];
  /** What to say when there is nobody. */
  none: string;
  words: (person: Attending) => string;
}

function Names({ people, none, words }: NamesProps) {
  if (people.length === 0) return <Text size="sm">{none}</Text>;
  return (
    <List size="sm" spacing={4} listStyleType="none">
      {people.map((person) => (
        <ListItem key={person.playerId}>
          <Text component="span" fw={600} size="sm">
            {person.name}
          </Text>{' '}
          <Text component="span" c="dimmed" size="sm">
            {words(person)}
          </Text>
        </ListItem>
      ))}
    </List>
  );
}
