import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ClubRules } from '@/stats/club-rules.ts';
import type { RuleAnchor } from '../as-of.tsx';
import { SectionCard } from '../section-card.tsx';
import { GuestRules } from './guest-rules.tsx';
import { MatchReportRules } from './match-report-rules.tsx';
import { PointsRules } from './points-rules.tsx';
import { RatingRules } from './rating-rules.tsx';
import { RecordRules } from './record-rules.tsx';
import classes from './rules-view.module.css';
import { SeasonRules } from './season-rules.tsx';
import { StreakRules } from './streak-rules.tsx';
import { TableRules } from './table-rules.tsx';

/** The club's rules in words, each section with the anchor that pages link to. */
export function RulesView({ rules }: { rules: ClubRules }) {
  const sections: Record<RuleAnchor, [title: string, text: ReactNode]> = {
    points: ['Points', <PointsRules key="points" points={rules.points} />],
    seasons: ['Seasons', <SeasonRules key="seasons" />],
    tables: ['Tables', <TableRules key="tables" rules={rules} />],
    records: ['Records and honours', <RecordRules key="records" rules={rules} />],
    streaks: ['Streaks', <StreakRules key="streaks" streaks={rules.streaks} />],
    'match-report': ['Match report', <MatchReportRules key="match-report" rules={rules} />],
    ratings: ['Ratings and chemistry', <RatingRules key="ratings" rating={rules.rating} />],
    guests: ['Guests and retired players', <GuestRules key="guests" />],
  };
  return (
    <div className={classes.page}>
      <nav aria-label="On this page" className={classes.contents}>
        <ul>
          {Object.entries(sections).map(([anchor, [title]]) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Stack>
        {Object.entries(sections).map(([anchor, [title, text]]) => (
          <div key={anchor} id={anchor} className={classes.section}>
            <SectionCard title={title}>{text}</SectionCard>
          </div>
        ))}
      </Stack>
    </div>
  );
}
