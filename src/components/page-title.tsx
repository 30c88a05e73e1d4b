import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { longDate } from './dates.ts';

interface PageTitleProps {
  title: string;
  /** One line below the title. */
  lead?: ReactNode;
  /** The day the numbers were computed for, YYYY-MM-DD; null before the first computation. */
  asOf?: string | null;
}

/** What a page is called, and how new what it shows is. */
export function PageTitle({ title, lead, asOf }: PageTitleProps) {
  return (
    <Group justify="space-between" align="flex-end" gap="xs" mb="lg">
      <Stack gap={4}>
        <Title order={1}>{title}</Title>
        {lead && <Text c="dimmed">{lead}</Text>}
      </Stack>
      {asOf && (
        <Text c="dimmed" size="sm">
          As of <time dateTime={asOf}>{longDate(asOf)}</time>
        </Text>
      )}
    </Group>
  );
}
