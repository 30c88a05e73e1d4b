import type { Member } from './members.ts';
import type { Random } from './random.ts';

/** Players per side: the fewest and the most. */
export type SideSizes = readonly [fewest: number, most: number];

/** An odd player out either brings a ringer along, or goes home. */
const BRINGS_A_RINGER = 0.5;
/** On any night: hurt or off on a long holiday. */
const GOES_AWAY = 0.012;
/** How many ringers are asked before reluctant regulars are. */
const RINGERS_FIRST = 2;

/**
 * Who plays on this night: enough for two sides of a size in `sizes`. First come, first served
 * among the regulars who can; too few, and ringers and then the reluctant make up the number.
 */
export function turnOut(
  members: readonly Member[],
  night: number,
  [fewest, most]: SideSizes,
  random: Random,
): Member[] {
  const around = members.filter(
    ({ firstNight, lastNight }) => firstNight <= night && night <= lastNight,
  );
  const regulars = around.filter((member) => member.kind !== 'ringer');
  const list = signUp(regulars, night, fewest + most, random);
  const goesHome = list.length % 2 === 1 && !random.chance(BRINGS_A_RINGER) ? 1 : 0;
  const wanted = clamp(2 * Math.ceil((list.length - goesHome) / 2), 2 * fewest, 2 * most);

  const spares = list.length < wanted ? callRound(around, list, night, random) : [];
  const players = [...list, ...spares].slice(0, wanted);
  for (const player of players) player.hasPlayed = true;
  return players;
}

/** The regulars who come, the first to say so first. */
function signUp(
  regulars: readonly Member[],
  night: number,
  places: number,
  random: Random,
): Member[] {
  const keenness = regulars.reduce((sum, member) => sum + member.keenness, 0);
  // In a big club not all find a place; rain and holidays thin the list for everyone.
  const mood = ((1.06 * places) / keenness) * Math.exp(random.normal(0, 0.14));
  const list = regulars.filter((member) => {
    if (random.chance(GOES_AWAY)) member.awayUntil = night + random.integer(2, 9);
    return night >= member.awayUntil && random.chance(Math.min(member.keenness * mood, 0.98));
  });
  return random.shuffle(list, (member) => member.keenness ** 2);
}

/** Who else could come, in the order they are rung: someone's new mate before the usual guests. */
function callRound(
  around: readonly Member[],
  list: readonly Member[],
  night: number,
  random: Random,
): Member[] {
  const others = around.filter((member) => !list.includes(member));
  const ringers = random.shuffle(
    others.filter((member) => member.kind === 'ringer'),
    ({ hasPlayed, keenness }) => (hasPlayed ? keenness : 100),
  );
  const regulars = random.shuffle(
    others.filter((member) => member.kind !== 'ringer'),
    ({ awayUntil }) => (night < awayUntil ? 0.01 : 1),
  );
  return [...ringers.slice(0, RINGERS_FIRST), ...regulars, ...ringers.slice(RINGERS_FIRST)];
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
