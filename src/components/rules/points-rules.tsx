import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from '@mantine/core';
import type { ClubRules } from '@/stats/club-rules.ts';
import { trueMinus } from '../true-minus.ts';
import classes from './rules-view.module.css';

/** What each way a match can end is worth. */
export function PointsRules({ points }: { points: ClubRules['points'] }) {
  const worth: [outcome: string, points: number][] = [
    ['Heavy win with a clean sheet', points.heavyCleanSheetWin],
    ['Heavy win', points.heavyWin],
    ['Win with a clean sheet', points.cleanSheetWin],
    ['Win', points.win],
    ['Goalless draw', points.cleanSheetDraw],
    ['Draw', points.draw],
    ['Loss', points.loss],
    ['Heavy loss', points.heavyLoss],
  ];
  return (
    <>
      <p>
        You win and lose together: everyone on a team gets the same fantasy points, whoever scored.
        Each result below has a fixed total.
      </p>
      <Table tabularNums className={classes.points} mb="sm">
        <TableThead>
          <TableTr>
            <TableTh scope="col">Result</TableTh>
            <TableTh scope="col" ta="end">
              Points
            </TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {worth.map(([outcome, value]) => (
            <TableTr key={outcome}>
              <TableTh scope="row" fw={400}>
                {outcome}
              </TableTh>
              <TableTd ta="end" fw={700}>
                {trueMinus(value)}
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
      <p>
        A heavy win or loss is one by four goals or more. A clean sheet is a match in which the
        opponents did not score. Own goals count towards the score but not towards any player’s
        goals.
      </p>
    </>
  );
}
