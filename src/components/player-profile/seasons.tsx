import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from '@mantine/core';
import type { Benchmarks } from '@/stats/club-benchmarks.ts';
import type { ProfileYear } from '@/stats/player-profile-row.ts';
import { SectionCard } from '../section-card.tsx';
import { trueMinus } from '../true-minus.ts';
import { LazySeasonChart } from './lazy-season-chart.tsx';
import classes from './streak-table.module.css';

interface SeasonsProps {
  years: readonly ProfileYear[];
  average: Benchmarks['pointsPerGame'];
}

/** A player's seasons, newest first, compared with the club average. */
export function Seasons({ years, average }: SeasonsProps) {
  return (
    <SectionCard title="Season by season">
      {years.length > 1 && <LazySeasonChart years={years} average={average} />}
      <Table tabularNums className={classes.table}>
        <TableThead>
          <TableTr>
            <TableTh scope="col">Season</TableTh>
            <TableTh scope="col" className={classes.number}>
              Games
            </TableTh>
            <TableTh scope="col" className={classes.number}>
              Goals
            </TableTh>
            <TableTh scope="col" className={`${classes.number} ${classes.wide}`}>
              Minutes/goal
            </TableTh>
            <TableTh scope="col" className={classes.number}>
              Points
            </TableTh>
            <TableTh scope="col" className={classes.number}>
              Pts/game
            </TableTh>
            <TableTh scope="col" className={`${classes.number} ${classes.wide}`}>
              Club average
            </TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {years.map(({ year, games, goals, minutesPerGoal, points, pointsPerGame }) => (
            <TableTr key={year}>
              <TableTh scope="row">{year}</TableTh>
              <TableTd className={classes.number}>{games}</TableTd>
              <TableTd className={classes.number}>{goals}</TableTd>
              <TableTd className={`${classes.number} ${classes.wide}`}>
                {minutesPerGoal?.toFixed(1) ?? '–'}
              </TableTd>
              <TableTd className={classes.number}>{trueMinus(points)}</TableTd>
              <TableTd className={classes.number}>{trueMinus(pointsPerGame.toFixed(1))}</TableTd>
              <TableTd className={`${classes.number} ${classes.wide}`}>
                {average[year]?.toFixed(1) ?? '–'}
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </SectionCard>
  );
}
