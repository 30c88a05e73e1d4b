'use client';

import { Button } from '@mantine/core';
import { Notice } from '@/components/notice.tsx';

/** The page could not be rendered, most likely because the database did not answer. */
export default function PublicError({ retry }: { retry: () => void }) {
  return (
    <>
      {/* The page may have failed before it had a title. */}
      <title>Stats are unavailable · BerkoTNF</title>
      <Notice
        title="Stats are unavailable"
        action={<Button onClick={() => retry()}>Try again</Button>}
      >
        The stats could not be loaded. Nothing is lost. Please try again in a minute.
      </Notice>
    </>
  );
}
