'use client';

import { Button } from '@mantine/core';
import { Notice } from '@/components/notice.tsx';

/** A page of the admin could not be made. */
export default function AdminError({ retry }: { retry: () => void }) {
  return (
    <Notice title="This page broke" action={<Button onClick={() => retry()}>Try again</Button>}>
      Something behind it did not answer. What you saved is safe.
    </Notice>
  );
}
