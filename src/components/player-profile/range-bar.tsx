import { trueMinus } from '../true-minus.ts';
import type { Range, RatingScale } from './likely-range.ts';
import classes from './range-bar.module.css';

interface RangeBarProps {
  value: number;
  /** Contains the true value 19 times in 20; null if unknown. */
  range: Range | null;
  scale: RatingScale;
}

/** A rating on the club's scale, with its likely range and the club average. */
export function RangeBar({ value, range, scale }: RangeBarProps) {
  const share = (points: number) => `${(100 * points) / Math.max(scale.to - scale.from, 1)}%`;
  const at = (point: number) => ({ insetInlineStart: share(point - scale.from) });
  const words = [
    `Rating ${value.toFixed(1)}`,
    range && `likely between ${range.from.toFixed(1)} and ${range.to.toFixed(1)}`,
    scale.average !== null && `club average ${scale.average.toFixed(1)}`,
  ];
  return (
    <div>
      <div role="img" aria-label={words.filter(Boolean).join(', ')} className={classes.track}>
        {range && (
          <span
            className={classes.range}
            style={{ ...at(range.from), width: share(range.to - range.from) }}
          />
        )}
        {scale.average !== null && <span className={classes.average} style={at(scale.average)} />}
        <span className={classes.value} style={at(value)} />
      </div>
      <p aria-hidden="true" className={classes.ends}>
        <span>{trueMinus(scale.from)}</span>
        {scale.average !== null && <span>club average {trueMinus(scale.average.toFixed(1))}</span>}
        <span>{trueMinus(scale.to)}</span>
      </p>
    </div>
  );
}
