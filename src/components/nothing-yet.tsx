import { EmptyState } from '@mantine/core';
import { IconBallFootball } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** The empty state of a page or a section. */
export function NothingYet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EmptyState
      variant="light"
      py="xl"
      icon={<IconBallFootball size={32} />}
      title={title}
      description={children}
    />
  );
}
