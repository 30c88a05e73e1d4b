import type { Random } from './random.ts';

/** How a made-up player plays and turns up. Nights are counted from 0, the club's first. */
export interface Member extends Character {
  /** From 1, in the order of joining. */
  readonly playerId: number;
}

interface Character {
  readonly kind: 'regular' | 'retired' | 'ringer';
  /** What they are known to be worth to a side: about 0 on average, rarely beyond ±2. */
  readonly strength: number;
  /** How readily they score, relative to the rest: 1 is usual. */
  readonly scoring: number;
  /** A regular: how often they can play, 0 to 1. A ringer: how soon they are asked, among ringers. */
  readonly keenness: number;
  readonly firstNight: number;
  readonly lastNight: number;
  /** What they are worth just now beyond their strength: swings slowly, which makes streaks. */
  form: number;
  /** Hurt or abroad until this night. */
  awayUntil: number;
  hasPlayed: boolean;
}

export interface MemberCounts {
  /** Players for the club's tables, today's members. */
  readonly regulars: number;
  /** Guests, called when a side is short. */
  readonly ringers: number;
  /** Regulars once, who have left. */
  readonly retired: number;
}

/** Two regulars in three were there at the start; more if the pitch needs them. */
const FOUNDERS = 2 / 3;

/**
 * Everyone who plays in a club's `nights`, in the order of joining.
 * @param atLeast regulars who are there from the first night to the last
 */
export function makeMembers(
  counts: MemberCounts,
  nights: number,
  atLeast: number,
  random: Random,
): Member[] {
  const founders = Math.max(atLeast, Math.round(counts.regulars * FOUNDERS));
  const last = nights - 1;
  const regulars = Array.from({ length: counts.regulars }, (_, index) => {
    const firstNight = index < founders ? 0 : nightWithin(nights, 0.05, 0.85, random);
    return character('regular', firstNight, last, random);
  });
  const retired = Array.from({ length: counts.retired }, () => leaver(nights, random));
  const ringers = Array.from({ length: counts.ringers }, (_, index) => ({
    ...character('ringer', nightWithin(nights, 0, 0.8, random), last, random),
    // The first few are asked again and again, the others once or twice.
    keenness: (index + 1) ** -2,
  }));
  return [...regulars, ...retired, ...ringers]
    .sort((one, other) => one.firstNight - other.firstNight)
    .map((character, index) => ({ ...character, playerId: index + 1 }));
}

/** Most were founders; nobody leaves in the last weeks, which would be no news yet. */
function leaver(nights: number, random: Random): Character {
  const firstNight = random.chance(0.7) ? 0 : nightWithin(nights, 0, 0.4, random);
  const stay = nightWithin(nights, 0.15, 0.5, random);
  return character('retired', firstNight, firstNight + stay, random);
}

function character(
  kind: Character['kind'],
  firstNight: number,
  lastNight: number,
  random: Random,
): Character {
  const strength = clamp(random.normal(0, 0.9), -2, 2);
  return {
    kind,
    strength,
    scoring: Math.exp(clamp(random.normal(0.15 * strength, 0.5), -1.2, 1)),
    keenness: clamp(random.normal(0.6, 0.22), 0.15, 0.97),
    firstNight,
    lastNight,
    form: 0,
    awayUntil: 0,
    hasPlayed: false,
  };
}

function nightWithin(nights: number, from: number, to: number, random: Random): number {
  return random.integer(Math.floor(nights * from), Math.floor(nights * to));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
