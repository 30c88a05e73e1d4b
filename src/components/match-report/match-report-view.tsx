import { Stack } from '@mantine/core';
import type { MatchReport } from '@/stats/match-report.ts';
import type { PlayerBests } from '@/stats/personal-bests.ts';
import type { Form } from '@/stats/recent-form.ts';
import { longDate } from '../dates.ts';
import { MatchLink } from '../match-link.tsx';
import { Feats } from './feats.tsx';
import { FormCards } from './form-cards.tsx';
import { Leaders } from './leaders.tsx';
import { LineUps } from './line-ups.tsx';
import classes from './match-report-view.module.css';
import { Milestones } from './milestones.tsx';
import { PersonalBests } from './personal-bests.tsx';
import { Scoreboard } from './scoreboard.tsx';
import { Scorers } from './scorers.tsx';
import { Streaks } from './streaks.tsx';

interface MatchReportViewProps {
  report: MatchReport;
  /** Set in the match. */
  bests: readonly PlayerBests[];
  /** Of everyone except ringers. */
  form: readonly Form[];
}

/** The report of a match: the score first, then what it changed. */
export function MatchReportView({ report, bests, form }: MatchReportViewProps) {
  const { match } = report;
  const year = report.date.slice(0, 4);
  const secondHalf = report.date.slice(5, 7) > '06';

  return (
    <Stack gap="md">
      <Scoreboard
        date={
          <MatchLink matchId={report.matchId}>
            <time dateTime={report.date}>{longDate(report.date)}</time>
          </MatchLink>
        }
        teamA={{
          score: report.teamA.score,
          scorers: match ? <Scorers team={match.teamA} /> : <p>{report.teamA.scorers}</p>,
        }}
        teamB={{
          score: report.teamB.score,
          scorers: match ? <Scorers team={match.teamB} /> : <p>{report.teamB.scorers}</p>,
        }}
      />
      <FormCards onFire={report.onFire} grimReaper={report.grimReaper} days={report.formDays} />
      <div className={classes.news}>
        <Feats feats={report.feats} />
        <PersonalBests players={bests} />
        <Milestones games={report.gameMilestones} goals={report.goalMilestones} />
        <Leaders
          title={`Leaders, ${secondHalf ? 'July to December' : 'January to June'} ${year}`}
          {...report.halfSeason}
        />
        {/* Until July the season has the same leaders as its first half. */}
        {secondHalf && <Leaders title={`Leaders, season ${year}`} {...report.season} />}
        <Streaks results={report.streaks} goals={report.goalStreaks} />
      </div>
      <LineUps report={report} form={form} />
    </Stack>
  );
}
