import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckIcon, ClockIcon, CrossIcon, RunIcon, StopIcon } from '@/components/icons.tsx';
import type { JobStatus } from '@/jobs/job-view.ts';
import { STATUS_WORDS } from './job-words.ts';

const LOOKS: Record<JobStatus, { color: string; icon: ReactNode }> = {
  queued: { color: 'gray', icon: <ClockIcon size={14} /> },
  processing: { color: 'blue', icon: <RunIcon size={14} /> },
  completed: { color: 'pitch', icon: <CheckIcon size={14} /> },
  failed: { color: 'red', icon: <CrossIcon size={14} /> },
  cancelled: { color: 'gray', icon: <StopIcon size={14} /> },
};

/** A job's status by colour, by icon and by word. */
export function JobStatusBadge({ status }: { status: JobStatus }) {
  const { color, icon } = LOOKS[status];
  return (
    <Badge variant="light" color={color} leftSection={icon} size="lg" px="xs" tt="none" miw={104}>
      {STATUS_WORDS[status]}
    </Badge>
  );
}
