import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageTitleProps {
  title: string;
  /** One line below the title. */
  lead?: ReactNode;
  /** How recent the stats are: an `AsOf`. */
  asOf?: ReactNode;
}

/** The title of a page, and how recent its stats are. */
export function PageTitle({ title, lead, asOf }: PageTitleProps) {
  return (
    <Group justify="space-between" align="flex-end" gap="xs" mb="lg">
      <Stack gap={4}>
        <Title order={1}>{title}</Title>
        {lead && <Text c="dimmed">{lead}</Text>}
      </Stack>
      {asOf}
    </Group>
  );
}
