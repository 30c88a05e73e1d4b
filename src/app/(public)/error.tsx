'use client';

import { Button } from '@mantine/core';
import { Notice } from '@/components/notice.tsx';

/** The page could not be made, most likely because the database did not answer. */
export default function PublicError({ retry }: { retry: () => void }) {
  return (
    <>
      {/* The page may have failed before it could say what it is called. */}
      <title>The numbers cannot be reached · BerkoTNF</title>
      <Notice
        title="The numbers cannot be reached"
        action={<Button onClick={() => retry()}>Try again</Button>}
      >
        Something behind this page did not answer. Nothing is lost: try again in a minute.
      </Notice>
    </>
  );
}
