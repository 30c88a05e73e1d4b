import { Alert, Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';

/** What was entered when the page was last open is restored, and may be discarded. */
export function ResumedNotice({ onStartAfresh }: { onStartAfresh: () => void }) {
  return (
    <Alert color="floodlight" icon={<IconHistory />} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">Your unsaved changes are still here.</Text>
        <Button variant="default" onClick={onStartAfresh}>
          Discard
        </Button>
      </Group>
    </Alert>
  );
}
