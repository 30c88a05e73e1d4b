/**
 * How the ten functions grow with the club: 1,500 and 15,000 matches, on a Postgres with the stack's
 * settings.
 */
import type postgres from 'postgres';
import { STATS_FUNCTIONS } from '../../src/jobs/stats-functions.ts';
import { line, print } from './report.ts';
import { SCALE_CLUBS } from './scale-clubs.ts';
import { startScaleDatabase } from './scale-database.ts';
import {
  connectEach,
  correctLatestMatch,
  joinAndAggregate,
  run,
  runAll,
  timed,
} from './scale-runs.ts';
import { median } from './statistics.ts';

const RUNS = 7;
const THE_TEN = 'the ten in parallel';

/** The median time of each measurement, by what was measured. */
type Medians = ReadonlyMap<string, number>;

/** Prints every function's times at both sizes and how they grow. Takes about a minute. */
export async function reportScale(): Promise<void> {
  const measured: { matches: number; medians: Medians }[] = [];
  for (const club of SCALE_CLUBS) {
    const { regulars, ringers, retired } = club.players;
    print(`${club.matches} matches, ${regulars + ringers + retired} players`);
    const database = await startScaleDatabase(club);
    try {
      measured.push({ matches: club.matches, medians: await measure(database.sql) });
    } finally {
      await database.stop();
    }
  }

  print('Bound by the CPU of Postgres.');
  const [small, big] = measured;
  if (!small || !big) return;
  print('\nGrowth: with n times the matches, n^exponent times the time');
  for (const [label, time] of small.medians) {
    const grown = (big.medians.get(label) ?? Number.NaN) / time;
    const exponent = Math.log(grown) / Math.log(big.matches / small.matches);
    print(`${label.padEnd(46)}  exponent ${exponent.toFixed(2)}`);
  }
}

/** Each sample follows a correction of the latest match, so that there is something to write. */
async function measure(sql: postgres.Sql): Promise<Medians> {
  const medians = new Map<string, number>();
  const report = (label: string, samples: readonly number[], note = '') => {
    medians.set(label, median(samples));
    print(`${line(label, samples)}${note}`);
  };
  let corrections = 0;
  const afterCorrection = async (work: () => Promise<unknown>) => {
    corrections += 1;
    await correctLatestMatch(sql, corrections % 2 === 1 ? 1 : -1);
    return timed(work);
  };

  const connections = await connectEach(sql);
  await runAll(connections);
  const plain = await samplesOf(() => timed(() => joinAndAggregate(sql)));
  report('one plain join and aggregate', plain);
  for (const { rpc } of STATS_FUNCTIONS) {
    const samples = await samplesOf(() => afterCorrection(() => run(connections, rpc)));
    const ratio = median(samples) / median(plain);
    report(rpc, samples, `  ${ratio.toFixed(1)} joins`);
  }
  report(THE_TEN, await samplesOf(() => afterCorrection(() => runAll(connections))));
  print(`${'rows written when nothing changed'.padEnd(46)}  ${await runAll(connections)}`);
  for (const connection of connections.values()) connection.release();
  return medians;
}

async function samplesOf(sample: () => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  for (let taken = 0; taken < RUNS; taken += 1) samples.push(await sample());
  return samples;
}
