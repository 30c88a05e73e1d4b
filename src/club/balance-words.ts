import type { Weighing } from './balance.ts';

/** `51.2`: one decimal, as all ratings are shown. */
export const rated = (value: number) => value.toFixed(1);

const VERDICTS: Record<Weighing['verdict'], string> = {
  even: 'even',
  close: 'nearly even',
  uneven: 'uneven',
};

/** How even these teams are, and why: a sentence or two. Empty while one has no players. */
export function balanceWords({
  sides: { A, B },
  gap,
  verdict,
  stronger,
  gapInPlayers,
}: Weighing): string {
  if (A.players === 0 || B.players === 0) return '';
  const power = `Power A ${rated(A.power)} – B ${rated(B.power)}: ${VERDICTS[verdict]}`;
  const goals = `expected goals ${rated(A.goals)} – ${rated(B.goals)}`;
  const lead =
    verdict !== 'even' && stronger && gapInPlayers >= 0.05
      ? ` Team ${stronger} is stronger by ${rated(gap.power)} points, about ${playersWorth(gapInPlayers)}.`
      : '';
  return `${power}; ${goals}.${lead}${numbersWords(A.players, B.players)}`;
}

/** `half an average player`, `1.5 average players`. */
function playersWorth(players: number): string {
  if (players < 0.35) return 'a quarter of an average player';
  if (players < 0.65) return 'half an average player';
  if (players < 1.25) return 'an average player';
  return `${rated(players)} average players`;
}

function numbersWords(a: number, b: number): string {
  if (a === b) return '';
  const more = a > b ? 'A' : 'B';
  const apart = Math.abs(a - b);
  return ` Team ${more} has ${apart === 1 ? 'one more player' : `${apart} more players`}.`;
}
