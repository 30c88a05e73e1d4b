import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { TextLink } from '@/components/text-link.tsx';
import { useStatsUpdate } from '@/hooks/use-stats-update.ts';

/** After a save: the numbers are still those of the old rules, and can be counted again at once. */
export function RecountOffer() {
  const { ask, answer, problem, isAsking } = useStatsUpdate();
  return (
    <Alert color="pitch" icon={<IconCheck />} title="Saved." role="status">
      {answer ? (
        <Text size="sm">
          The numbers are being counted again. <TextLink href="/admin/info">Watch it</TextLink>
        </Text>
      ) : (
        <Group gap="sm">
          <Text size="sm">
            {problem
              ? problem.message
              : 'Players see numbers of the old rules until they are counted again: now, or by themselves in a few minutes.'}
          </Text>
          <Button size="xs" onClick={ask} loading={isAsking}>
            Count them again now
          </Button>
        </Group>
      )}
    </Alert>
  );
}
