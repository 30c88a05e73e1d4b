import { z } from 'zod';
import { plan } from '@/club/plan.ts';
import type { MatchSheet } from './match-sheet.ts';
import type { MatchSubject, OpenStage } from './match-state.ts';

/** What was entered about a match and not saved yet. */
export interface KeptSheet {
  sheet: MatchSheet;
  stage: OpenStage;
  /** Of the plan or the match when it was entered: an older one meets a conflict when it is saved. */
  version: number;
}

const count = z.int().nonnegative();
const keptSheet: z.ZodType<KeptSheet> = z.object({
  sheet: z.object({
    matchDate: z.string(),
    lineUp: plan.shape.players,
    score: z.object({ A: count.nullable(), B: count.nullable() }),
    ownGoals: z.object({ A: count, B: count }),
    goals: z.record(z.coerce.number<string>(), count),
  }),
  stage: z.enum(['draft', 'teams', 'result']),
  version: count,
});

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Subject = Pick<MatchSubject, 'kind' | 'id'>;

const labelOf = ({ kind, id }: Subject) => `match-sheet:${kind}:${id}`;

/** What was left on the shelf for this match; null when nothing that can be read. */
export function readKept(shelf: Shelf, subject: Subject): KeptSheet | null {
  const text = shelf.getItem(labelOf(subject));
  if (text === null) return null;
  try {
    return keptSheet.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Puts on the shelf what is entered, or takes it off where nothing is left to be saved. */
export function keepSheet(shelf: Shelf, subject: Subject, kept: KeptSheet | null): void {
  if (kept) shelf.setItem(labelOf(subject), JSON.stringify(kept));
  else shelf.removeItem(labelOf(subject));
}
