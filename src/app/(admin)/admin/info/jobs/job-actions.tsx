import { Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconBan, IconRefresh } from '@tabler/icons-react';
import { isLive } from '@/hooks/poll-interval.ts';
import { useChangeJob } from '@/hooks/use-change-job.ts';
import type { JobView } from '@/jobs/job-view.ts';

/** What can be done about a job: retry it when it has failed for good, cancel it while it is live. */
export function JobActions({ job, onChanged }: { job: JobView; onChanged: () => void }) {
  const [isAsking, { open, close }] = useDisclosure();
  const { change, isChanging } = useChangeJob(job.id, {
    onChanged,
    onRefused: (message) =>
      notifications.show({ color: 'red', title: 'That didn’t work', message }),
  });

  if (job.status === 'failed' && job.retriedBy.length === 0) {
    return (
      <Button
        size="xs"
        variant="light"
        leftSection={<IconRefresh size={14} />}
        loading={isChanging}
        onClick={() => change('retry')}
      >
        Retry
      </Button>
    );
  }
  if (!isLive(job)) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBan size={14} />}
        loading={isChanging}
        onClick={open}
      >
        Cancel
      </Button>
      <Modal opened={isAsking} onClose={close} title="Cancel this update?" centered>
        <Text mb="md">
          The stats updated so far are kept. The rest stay as they were until the next update.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Keep running
          </Button>
          <Button
            color="red"
            onClick={() => {
              close();
              change('cancel');
            }}
          >
            Cancel the update
          </Button>
        </Group>
      </Modal>
    </>
  );
}
