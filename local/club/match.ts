import type { Member } from './members.ts';
import type { Random } from './random.ts';

export interface Side {
  readonly players: readonly { readonly member: Member; goals: number }[];
  /** Goals the others put into their own net. */
  ownGoals: number;
  score: number;
}

/** How many times the captains draw sides; the fairest draw is played. */
const DRAWS = 3;
/** How much a side that leads takes its foot off: keeps matches close. */
const EASES_OFF = 0.13;
const OWN_GOAL = 0.017;

/** Two sides of equal size, about as strong as each other. */
export function drawSides(players: readonly Member[], random: Random): [Member[], Member[]] {
  const draws = Array.from({ length: DRAWS }, () => {
    const shuffled = random.shuffle(players);
    const a = shuffled.slice(0, players.length / 2);
    const b = shuffled.slice(players.length / 2);
    const gap = Math.abs(average(a, knownStrength) - average(b, knownStrength));
    return { a, b, gap };
  });
  const { a, b } = draws.reduce((fairest, draw) => (draw.gap < fairest.gap ? draw : fairest));
  return [a, b];
}

/** An hour, goal by goal: so a score is the sum of its goals by construction. */
export function play(
  a: readonly Member[],
  b: readonly Member[],
  random: Random,
): { a: Side; b: Side } {
  const sides = { a: kickOff(a), b: kickOff(b) };
  const edge = average(a, worthTonight) - average(b, worthTonight);
  for (let goals = random.poisson(expectedGoals(a.length, random)); goals > 0; goals -= 1) {
    const lead = sides.a.score - sides.b.score;
    const toA = random.chance(logistic(edge - EASES_OFF * lead));
    addGoal(toA ? sides.a : sides.b, random);
  }
  return sides;
}

function kickOff(members: readonly Member[]): Side {
  return { players: members.map((member) => ({ member, goals: 0 })), ownGoals: 0, score: 0 };
}

function addGoal(side: Side, random: Random): void {
  const scorer = random.pick(
    side.players,
    ({ member }) => member.scoring * Math.exp(member.form / 2),
  );
  if (scorer && !random.chance(OWN_GOAL)) scorer.goals += 1;
  else side.ownGoals += 1;
  side.score += 1;
}

/** The fewer on the pitch, the more goals; and some nights are open, some tight. */
function expectedGoals(perSide: number, random: Random): number {
  return (3 + 37 / perSide) * Math.exp(random.normal(0, 0.34));
}

function knownStrength(member: Member): number {
  return member.strength;
}

function worthTonight(member: Member): number {
  return member.strength + member.form;
}

function average(members: readonly Member[], value: (member: Member) => number): number {
  return members.reduce((sum, member) => sum + value(member), 0) / members.length;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
