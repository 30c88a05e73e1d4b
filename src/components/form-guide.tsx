import { VisuallyHidden } from '@mantine/core';
import type { FormGame } from '@/stats/form.ts';
import classes from './form-guide.module.css';

type Outcome = Pick<FormGame, 'result' | 'isHeavy'>;

const WORDS = { win: 'won', draw: 'drawn', loss: 'lost' } as const;
const LETTERS = { win: 'W', draw: 'D', loss: 'L' } as const;

/** The result of a game as one mark: W, D or L, with an H before it for four goals or more. */
export function ResultMark({ outcome: { result, isHeavy } }: { outcome: Outcome }) {
  return (
    <span className={classes.mark} data-result={result}>
      <span aria-hidden="true">
        {isHeavy && 'H'}
        {LETTERS[result]}
      </span>
      <VisuallyHidden component="span">
        {isHeavy && 'heavily '}
        {WORDS[result]}{' '}
      </VisuallyHidden>
    </span>
  );
}

/** The results of a player's last games, the newest last. `games` are newest first. */
export function FormGuide({ games }: { games: readonly Outcome[] }) {
  return (
    <span className={classes.guide}>
      {games.toReversed().map((outcome, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: results have no identity but their place
        <ResultMark key={place} outcome={outcome} />
      ))}
    </span>
  );
}
