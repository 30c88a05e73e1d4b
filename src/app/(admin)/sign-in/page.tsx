import { Container, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { connection } from 'next/server';
import { SiteHeader } from '@/components/site-header.tsx';
import { currentAdmin } from '@/server/admin-session.ts';
import { SignInForm } from './sign-in-form.tsx';

export const metadata: Metadata = { title: { absolute: 'Sign in · BerkoTNF' } };

export const instant = false;

export default async function SignInPage() {
  await connection();
  if (await currentAdmin()) redirect('/admin/info');

  return (
    <>
      <SiteHeader />
      <Container size={420} component="main" py={{ base: 32, sm: 64 }}>
        <Stack>
          <div>
            <Title order={1}>Sign in</Title>
            <Text c="dimmed">For club admins.</Text>
          </div>
          <SignInForm />
        </Stack>
      </Container>
    </>
  );
}
