'use client';

import { Alert, Button, Card, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useActionState } from 'react';
import section from '@/components/section-card.module.css';
import { signInAction } from '../session-actions.ts';

/** Lets in without JavaScript too, since the form posts to the same action; only why not is untold then. */
export function SignInForm() {
  const [{ problem, email }, action, pending] = useActionState(signInAction, {
    problem: null,
    email: '',
  });

  return (
    <Card withBorder className={section.card}>
      <form action={action}>
        <Stack>
          {problem && (
            <Alert color="red" icon={<IconAlertTriangle size={20} />} role="alert">
              {problem}
            </Alert>
          )}
          <TextInput
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={email}
            required
            withAsterisk={false}
          />
          <PasswordInput
            label="Password"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
          />
          <Button type="submit" loading={pending}>
            Sign in
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
