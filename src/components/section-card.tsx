import { Card, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './section-card.module.css';

interface SectionCardProps {
  title: string;
  /** The level of the title; 3 if several cards share a heading. */
  order?: 2 | 3;
  children: ReactNode;
}

/** A section of a page, with a title. */
export function SectionCard({ title, order = 2, children }: SectionCardProps) {
  return (
    <Card component="section" withBorder className={classes.card}>
      <Title order={order} fz="h2" mb="sm">
        {title}
      </Title>
      {children}
    </Card>
  );
}
