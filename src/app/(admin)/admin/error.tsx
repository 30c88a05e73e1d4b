'use client';

import { Button } from '@mantine/core';
import { Notice } from '@/components/notice.tsx';

/** A page of the admin could not be rendered. */
export default function AdminError({ retry }: { retry: () => void }) {
  return (
    <Notice
      title="Something went wrong"
      action={<Button onClick={() => retry()}>Try again</Button>}
    >
      This page could not be loaded. Everything you saved is safe.
    </Notice>
  );
}
