import { Alert, Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';

/** What was entered when the page was last open is here again; it may be let go of. */
export function ResumedNotice({ onStartAfresh }: { onStartAfresh: () => void }) {
  return (
    <Alert color="floodlight" icon={<IconHistory />} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">What you entered is here again. It is not saved yet.</Text>
        <Button variant="default" onClick={onStartAfresh}>
          Drop it
        </Button>
      </Group>
    </Alert>
  );
}
