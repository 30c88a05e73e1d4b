import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface NoticeProps {
  title: string;
  /** What happened, in a sentence or two. */
  children: ReactNode;
  /** What the reader can do about it. */
  action: ReactNode;
}

/** What a page says instead of its content. */
export function Notice({ title, children, action }: NoticeProps) {
  return (
    <Stack align="flex-start" py={48} maw={480}>
      <Title order={1}>{title}</Title>
      <Text>{children}</Text>
      {action}
    </Stack>
  );
}
