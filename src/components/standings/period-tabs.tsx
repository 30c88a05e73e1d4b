'use client';

import { Tabs, TabsList, TabsPanel, TabsTab } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './period-tabs.module.css';

interface Period {
  /** Without spaces: part of an id. */
  key: string;
  /** `Season 2026`. */
  title: string;
  children: ReactNode;
}

/** Several periods to choose from, the first one shown. */
export function PeriodTabs({ periods }: { periods: readonly Period[] }) {
  return (
    <Tabs defaultValue={periods[0]?.key} classNames={classes}>
      <TabsList aria-label="Period" mb="md">
        {periods.map(({ key, title }) => (
          <TabsTab key={key} value={key}>
            {title}
          </TabsTab>
        ))}
      </TabsList>
      {periods.map(({ key, children }) => (
        <TabsPanel key={key} value={key}>
          {children}
        </TabsPanel>
      ))}
    </Tabs>
  );
}
