import { Card, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './section-card.module.css';

/** A titled part of a page. */
export function SectionCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card component="section" withBorder className={classes.card}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  );
}
