import { EmptyState } from '@mantine/core';
import type { ReactNode } from 'react';
import { WhistleIcon } from './icons.tsx';

/** What a page shows before there is anything to show. */
export function NothingYet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EmptyState
      variant="light"
      py="xl"
      icon={<WhistleIcon size={32} />}
      title={title}
      description={children}
    />
  );
}
