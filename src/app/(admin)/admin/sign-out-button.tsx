import { Button, Text } from '@mantine/core';
import { signOutAction } from '../session-actions.ts';

/** Says who is signed in, and ends it. */
export function SignOutButton({ email }: { email: string }) {
  return (
    <>
      <Text size="sm" c="var(--club-night-dimmed)" visibleFrom="sm">
        {email}
      </Text>
      <form action={signOutAction}>
        <Button type="submit" variant="white" color="dark" size="xs">
          Sign out
        </Button>
      </form>
    </>
  );
}
