import type { JobView } from '@/jobs/job-view.ts';
import { inSeconds } from '../time-words.ts';
import { errorWords, ordinal } from './job-words.ts';
import classes from './waterfall.module.css';
import { type WaterfallRow, waterfall } from './waterfall.ts';

interface WaterfallViewProps {
  job: JobView;
  usualMs: Readonly<Record<string, number>>;
}

/** The ten steps of a job on one time line: when each started, how long it took and typically takes. */
export function WaterfallView({ job, usualMs }: WaterfallViewProps) {
  const { rows, spanMs } = waterfall(job, usualMs);
  return (
    <table className={classes.waterfall} aria-label="Steps">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col" className={classes.lane}>
            0 to {inSeconds(spanMs)}
          </th>
          <th scope="col">Took</th>
          <th scope="col">Typical</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FunctionRow key={row.rpc} row={row} spanMs={spanMs} />
        ))}
      </tbody>
    </table>
  );
}

function FunctionRow({ row, spanMs }: { row: WaterfallRow; spanMs: number }) {
  const { rpc, label, state, bar, usualMs, errors } = row;
  const place = bar && {
    insetInlineStart: `${(100 * bar.offsetMs) / spanMs}%`,
    width: `${(100 * bar.durationMs) / spanMs}%`,
  };

  return (
    <>
      <tr data-state={state}>
        <th scope="row" title={rpc}>
          {label}
        </th>
        <td className={classes.lane}>
          <div className={classes.track}>
            {state === 'running' && <div className={classes.running} />}
            {place && <div className={classes.bar} style={place} />}
          </div>
        </td>
        <td>{tookWords(row)}</td>
        <td className={classes.usual}>{usualMs === null ? '–' : inSeconds(usualMs)}</td>
      </tr>
      {errors.map(({ attempt, durationMs, error }) => (
        <tr key={attempt}>
          <td colSpan={4} className={classes.error}>
            {ordinal(attempt)} attempt failed after {inSeconds(durationMs)}: {errorWords(error)}
          </td>
        </tr>
      ))}
    </>
  );
}

const STATE_WORDS = {
  waiting: 'waiting',
  running: 'running',
  skipped: 'skipped (up to date)',
  'not-run': 'not run',
} as const;

function tookWords({ state, bar }: WaterfallRow): string {
  if (state === 'done') return bar ? inSeconds(bar.durationMs) : 'done';
  if (state === 'failed') return bar ? `failed, ${inSeconds(bar.durationMs)}` : 'failed';
  return STATE_WORDS[state];
}
