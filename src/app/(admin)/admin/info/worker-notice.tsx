import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { runWithoutWorker } from '@/hooks/admin-api.ts';
import { JOBS_KEY } from '@/hooks/use-jobs.ts';
import type { JobsOverview } from '@/jobs/job-view.ts';
import { needsWorker } from './needs-worker.ts';

/** At the top of the page while no worker is running: says so, and offers the edge functions. */
export function WorkerNotice({ overview }: { overview: JobsOverview | undefined }) {
  const queries = useQueryClient();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: runWithoutWorker,
    onSettled: () => queries.invalidateQueries({ queryKey: JOBS_KEY }),
  });
  if (!overview || overview.workers.some(({ alive }) => alive) || !needsWorker(overview))
    return null;

  return (
    <Alert color="red" icon={<IconAlertTriangle />} title="No worker is running" role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          Updates stay in the queue and run when a worker starts; nothing is lost. If you can’t
          wait, the edge functions can update the stats instead.
        </Text>
        <Button
          size="xs"
          color="red"
          loading={isPending}
          onClick={() => mutate(crypto.randomUUID())}
        >
          Update without a worker
        </Button>
        <Text size="sm" aria-live="polite">
          {error?.message ?? (data && 'The edge functions are updating the stats.')}
        </Text>
      </Stack>
    </Alert>
  );
}
