import type { ReactNode } from 'react';
import classes from './stat-tiles.module.css';

export interface Stat {
  label: string;
  value: ReactNode;
  /** A few words more, below the value. */
  note?: ReactNode;
}

/** Numbers side by side, each with its name. */
export function StatTiles({ stats }: { stats: readonly Stat[] }) {
  return (
    <dl className={classes.tiles}>
      {stats.map(({ label, value, note }) => (
        <div key={label} className={classes.tile}>
          <dt>{label}</dt>
          <dd>
            <span className={classes.value}>{value}</span>
            {note && <span className={classes.note}>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
