import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { SectionCard } from '../section-card.tsx';

interface RecordCardProps {
  title: string;
  /** The record itself: `7 goals`. */
  value: string;
  /** The holders: a `ListItem` each. */
  children: ReactNode;
}

/** A record and its holders. */
export function RecordCard({ title, value, children }: RecordCardProps) {
  return (
    <SectionCard title={title} order={3}>
      <Text fz={28} fw={800} lh={1.1} mb="sm">
        {value}
      </Text>
      <List listStyleType="none" spacing="xs">
        {children}
      </List>
    </SectionCard>
  );
}
