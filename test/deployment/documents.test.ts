import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { webEnv } from '../../src/config/env.ts';
import { workerEnvironment } from '../../worker/src/config.ts';
import { createMetrics } from '../../worker/src/metrics.ts';
import { healthyStats } from '../../worker/test/fakes.ts';

const read = (path: string) => readFileSync(path, 'utf8');

/** The rows of the one table between two marks, each a list of its cells. */
function tableIn(path: string, mark: string): string[][] {
  const [, marked = ''] =
    new RegExp(`<!-- ${mark}:begin -->([\\s\\S]*?)<!-- ${mark}:end -->`).exec(read(path)) ?? [];
  return marked
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim()));
}

const unquoted = (cell = '') => cell.replaceAll('`', '');

interface Variable {
  name: string;
  readers: string[];
  isRequired: boolean;
}

const variables = tableIn('docs/deployment.md', 'variables').map(
  ([name, readers = '', required]): Variable => ({
    name: unquoted(name),
    readers: readers.split(', '),
    isRequired: required === 'yes',
  }),
);
const readBy = (reader: string) => variables.filter(({ readers }) => readers.includes(reader));
const sorted = (names: string[]) => names.toSorted();

test.each([
  ['site', webEnv.shape],
  ['worker', workerEnvironment.shape],
])('the table has every variable of the %s, and says which are required', (reader, shape) => {
  const fields: Record<string, z.ZodType> = shape;

  expect(
    readBy(reader)
      .map(({ name, isRequired }) => ({ name, isRequired }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  ).toEqual(
    Object.entries(fields)
      .map(([name, field]) => ({ name, isRequired: !field.safeParse(undefined).success }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  );
});

test('the table has every variable that the tools are told a deployment by', () => {
  const named = [...read('tools/deployment.ts').matchAll(/: '([A-Z][A-Z_]+)'/g)];

  expect(sorted(readBy('tools').map(({ name }) => name))).toEqual(
    sorted(named.map(([, name = '']) => name)),
  );
});

test('.env.example has them all but those that the host sets', () => {
  const example = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)];
  const byTheHost = ['PORT', 'WORKER_ID'];

  expect(sorted(example.map(([, name = '']) => name))).toEqual(
    sorted(variables.map(({ name }) => name).filter((name) => !byTheHost.includes(name))),
  );
});

async function ownMetrics(): Promise<string[]> {
  const text = await createMetrics(async () => healthyStats).text();
  return [...text.matchAll(/^# TYPE (stats_\w+)/gm)].map(([, name = '']) => name);
}

test('the metrics that are described are those that a worker has', async () => {
  const described = tableIn('docs/operations.md', 'metrics').map(([name]) => unquoted(name));

  expect(sorted(described)).toEqual(sorted(await ownMetrics()));
});

const rules = z
  .strictObject({
    groups: z.tuple([
      z.strictObject({
        name: z.string(),
        rules: z.array(
          z.strictObject({
            alert: z.string(),
            expr: z.string(),
            for: z
              .string()
              .regex(/^\d+[smh]$/)
              .optional(),
            labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
            annotations: z.strictObject({ summary: z.string(), action: z.string() }),
          }),
        ),
      }),
    ]),
  })
  .parse(parse(read('docs/alerts/berkotnf.rules.yml'))).groups[0].rules;

test('every alert asks for metrics that a worker has', async () => {
  const known = await ownMetrics();

  for (const { alert, expr } of rules) {
    const asked = [...expr.matchAll(/\bstats_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
    expect(known, alert).toEqual(expect.arrayContaining(asked));
    expect(asked.length > 0 || /\bup\{/.test(expr), alert).toBe(true);
  }
});

test('every alert is described', () => {
  const described = [...read('docs/operations.md').matchAll(/^\| `(Stats\w+)`/gm)];

  expect(described.map(([, name]) => name)).toEqual(rules.map(({ alert }) => alert));
});

const sourcesAt = (pattern: string) =>
  globSync(pattern).filter((file) => !file.endsWith('.test.ts'));

test('every event is written in the source as it is in the log, to be found there', () => {
  const composed = sourcesAt('{src,worker/src}/**/*.{ts,tsx}').filter((file) =>
    /log\.(info|warn|error)\([^;]*`[^`]*`\)/.test(read(file)),
  );

  expect(composed).toEqual([]);
});

/** The events of a log that these sources write. */
function eventsIn(pattern: string, kinds: string, notEvents: string[]): string[] {
  const written = sourcesAt(pattern)
    .flatMap((file) => [...read(file).matchAll(new RegExp(`'((?:${kinds})\\.[a-z_]+)'`, 'g'))])
    .map(([, event = '']) => event);
  return sorted([...new Set(written)].filter((event) => !notEvents.includes(event)));
}

/** The events that one chapter of a document names in its tables. */
function eventsSaid(path: string, heading: string): string[] {
  const [, chapter = ''] =
    new RegExp(`## ${heading}\\n([\\s\\S]*?)(?:\\n## |$)`).exec(read(path)) ?? [];
  const said = [...chapter.matchAll(/^\| (`[a-z]+\..*?) \|/gm)].map(([, cell = '']) => cell);
  return sorted(said.flatMap((cell) => cell.split(', ').map(unquoted)));
}

test('the worker’s README has every event of its log, and no other', () => {
  const kinds = 'worker|job|function|lease|site|queue|alert';

  // How it names itself to the site, and no events.
  expect(eventsSaid('worker/README.md', 'Its log')).toEqual(
    eventsIn('worker/src/*.ts', kinds, ['worker.build', 'worker.left_over']),
  );
});

test('the site’s events are told of, and no other', () => {
  const kinds = 'request|job|stats|edge|cache|change|session|site';

  // How it names itself to its own route, and no event.
  expect(eventsSaid('docs/operations.md', 'Logs')).toEqual(
    eventsIn('src/**/*.{ts,tsx}', kinds, ['cache.invalidate']),
  );
});

const documents = ['*.md', 'docs/**/*.md', '{worker,local,src,test}/**/*.md']
  .flatMap((pattern) => globSync(pattern))
  .filter((path) => !path.includes('node_modules'));

/** A heading as GitHub makes an anchor of it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

const headingsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

test.each(documents)('%s leads nowhere that is not there', (path) => {
  const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

  const dead = links
    .filter((target) => !/^(https?|mailto):/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : join(dirname(path), file);
      if (!existsSync(to)) return true;
      return anchor !== undefined && !headingsOf(read(to)).includes(anchor);
    });

  expect(dead).toEqual([]);
});

test.each(documents)('%s names no command that is not there', (path) => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')));
  const named = [...read(path).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);

  // `cd worker && npm run build` is the worker's.
  expect(named.filter((name) => name !== 'build' && !(name in scripts))).toEqual([]);
});
