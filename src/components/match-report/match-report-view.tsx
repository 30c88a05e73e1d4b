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
  /** Those beaten in the match. */
  bests: readonly PlayerBests[];
  /** Everyone's, ringers left out. */
  form: readonly Form[];
}

/** Everything there is to say about a match: the score first, then what it changed. */
export function MatchReportView({ report, bests, form }: MatchReportViewProps) {
  const { sheet } = report;
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
          scorers: sheet ? <Scorers team={sheet.teamA} /> : <p>{report.teamA.scorers}</p>,
        }}
        teamB={{
          score: report.teamB.score,
          scorers: sheet ? <Scorers team={sheet.teamB} /> : <p>{report.teamB.scorers}</p>,
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
        {/* Until July the season is the half-season, and would say the same again. */}
        {secondHalf && <Leaders title={`Leaders, season ${year}`} {...report.season} />}
        <Streaks results={report.streaks} goals={report.goalStreaks} />
      </div>
      <LineUps report={report} form={form} />
    </Stack>
  );
}
