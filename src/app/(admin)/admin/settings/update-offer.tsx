import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { TextLink } from '@/components/text-link.tsx';
import { useStatsUpdate } from '@/hooks/use-stats-update.ts';

/** After a save the stats still follow the old rules: offers to update them now. */
export function UpdateOffer() {
  const { ask, answer, problem, isAsking } = useStatsUpdate();
  return (
    <Alert color="pitch" icon={<IconCheck />} title="Saved" role="status">
      {answer ? (
        <Text size="sm">
          The stats are being updated. <TextLink href="/admin/info">View progress</TextLink>
        </Text>
      ) : (
        <Group gap="sm">
          <Text size="sm">
            {problem
              ? problem.message
              : 'Changes take effect at the next stats update: now, or automatically within a few minutes.'}
          </Text>
          <Button size="xs" onClick={() => ask()} loading={isAsking}>
            Update stats now
          </Button>
        </Group>
      )}
    </Alert>
  );
}
