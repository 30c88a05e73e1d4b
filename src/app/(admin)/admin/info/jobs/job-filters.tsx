import { Group, NativeSelect } from '@mantine/core';
import type { JobsFilter } from '@/hooks/admin-api.ts';
import { JOB_STATUSES } from '@/jobs/job-view.ts';
import { TRIGGERS } from '@/jobs/payload.ts';
import { STATUS_WORDS, TRIGGER_WORDS } from './job-words.ts';

const ANY = { value: '', label: 'Any' };
const STATUS_CHOICES = [
  ANY,
  ...JOB_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] })),
];
const TRIGGER_CHOICES = [ANY, ...TRIGGERS.map((value) => ({ value, label: TRIGGER_WORDS[value] }))];

interface JobFiltersProps {
  filter: JobsFilter;
  onFilter: (filter: JobsFilter) => void;
}

/** Narrows the history down to a status, to what asked for it, or both. */
export function JobFilters({ filter, onFilter }: JobFiltersProps) {
  return (
    <Group gap="sm">
      <NativeSelect
        label="Status"
        data={STATUS_CHOICES}
        value={filter.status ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, status: JOB_STATUSES.find((status) => status === value) })
        }
      />
      <NativeSelect
        label="Started by"
        data={TRIGGER_CHOICES}
        value={filter.trigger ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onFilter({ ...filter, trigger: TRIGGERS.find((trigger) => trigger === value) })
        }
      />
    </Group>
  );
}
