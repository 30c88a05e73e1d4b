import { Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { Route } from 'next';
import Link from 'next/link';
import classes from './match-row.module.css';

interface MatchRowProps<Path extends string> {
  href: Route<Path>;
  title: string;
  detail: string;
}

/** A match in a list: all of the row leads to it. */
export function MatchRow<Path extends string>({ href, title, detail }: MatchRowProps<Path>) {
  return (
    <li className={classes.row}>
      <Link href={href} className={classes.link} prefetch={false}>
        <span className={classes.title}>{title}</span>
        <Text component="span" c="dimmed" size="sm">
          {detail}
        </Text>
        <IconChevronRight size={18} aria-hidden className={classes.more} />
      </Link>
    </li>
  );
}
