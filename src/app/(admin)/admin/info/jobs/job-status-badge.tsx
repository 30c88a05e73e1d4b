import { Badge } from '@mantine/core';
import { IconBan, IconCheck, IconClock, IconRefresh, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { JobStatus } from '@/jobs/job-view.ts';
import { STATUS_WORDS } from './job-words.ts';

const LOOKS: Record<JobStatus, { color: string; icon: ReactNode }> = {
  queued: { color: 'gray', icon: <IconClock size={14} /> },
  processing: { color: 'blue', icon: <IconRefresh size={14} /> },
  completed: { color: 'pitch', icon: <IconCheck size={14} /> },
  failed: { color: 'red', icon: <IconX size={14} /> },
  cancelled: { color: 'gray', icon: <IconBan size={14} /> },
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
