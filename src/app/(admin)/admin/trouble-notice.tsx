'use client';

import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle, IconLogin2 } from '@tabler/icons-react';
import type { Trouble } from '@/hooks/trouble.ts';

/** Why something was not saved, and what to do. A conflict has a notice of its own. */
export function TroubleNotice({ trouble }: { trouble: Trouble | null }) {
  if (!trouble || trouble.kind === 'conflict') return null;
  if (trouble.kind === 'signed-out') {
    return (
      <Alert color="red" role="alert" icon={<IconLogin2 />} title="Your session has ended">
        Your changes are still here.{' '}
        <Anchor href="/sign-in" target="_blank" underline="always">
          Sign in again in a new tab
        </Anchor>
        , then come back and save again.
      </Alert>
    );
  }
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle />} title="Not saved">
      {trouble.message}
    </Alert>
  );
}
