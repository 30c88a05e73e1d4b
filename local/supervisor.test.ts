import { afterEach, expect, test } from 'vitest';
import { startProcess } from './process-part.ts';
import { isAlive } from './processes.ts';
import { type Part, type PartFailedError, Supervisor } from './supervisor.ts';

interface Watching {
  supervisor: Supervisor;
  pids: ReadonlyMap<string, number>;
  deaths: string[];
  failures: PartFailedError[];
}

const opened: Supervisor[] = [];
afterEach(() => Promise.all(opened.splice(0).map((supervisor) => supervisor.stop())));

function watch(): Watching {
  const watching: Omit<Watching, 'supervisor'> = { pids: new Map(), deaths: [], failures: [] };
  const supervisor = new Supervisor({
    onChange: (pids) => Object.assign(watching, { pids }),
    onDeath: (part, how) => watching.deaths.push(`${part} ${how}`),
    onFailure: (error) => watching.failures.push(error),
  });
  opened.push(supervisor);
  return Object.assign(watching, { supervisor });
}

/** A part that is a Node process running `script`. */
function script(name: string, code: string, needs: string[] = []): Part {
  return {
    name,
    needs,
    start: () =>
      startProcess({
        command: process.execPath,
        args: ['-e', code],
        cwd: '.',
        env: process.env,
        onLine: () => {},
        graceMs: 500,
      }),
  };
}

const FOREVER = 'setInterval(() => {}, 1000)';

const pidOf = ({ pids }: Watching, part: string) => pids.get(part) ?? 0;

test('a part that dies is restarted, and the others are left alone', async () => {
  const watching = watch();
  await watching.supervisor.start(script('one', FOREVER));
  await watching.supervisor.start(script('two', FOREVER));
  const [one, two] = [pidOf(watching, 'one'), pidOf(watching, 'two')];

  process.kill(one, 'SIGKILL');

  await expect.poll(() => pidOf(watching, 'one')).not.toBeOneOf([0, one]);
  expect(watching.deaths).toEqual(['one was ended by SIGKILL']);
  expect(pidOf(watching, 'two')).toBe(two);
});

test('one that dies three times within a minute is given up, with its last lines', async () => {
  const watching = watch();
  const code = `console.log('trying'); console.error('no luck'); process.exit(7)`;
  await watching.supervisor.start(script('luckless', code));

  await expect.poll(() => watching.failures.length).toBe(1);

  expect(watching.deaths).toHaveLength(2);
  const [failure] = watching.failures;
  expect(failure?.message).toMatch(/^luckless died 3 times .* it ended with code 7/);
  expect(failure?.message).toContain('  no luck');
});

test('a part that cannot be started again counts as having died', async () => {
  const watching = watch();
  let starts = 0;
  const part = script('shy', FOREVER);
  await watching.supervisor.start({
    ...part,
    start: (signal) => {
      starts += 1;
      return starts === 1 ? part.start(signal) : Promise.reject(new Error('port taken'));
    },
  });

  process.kill(pidOf(watching, 'shy'), 'SIGKILL');

  await expect.poll(() => watching.failures.length).toBe(1);
  expect(watching.failures[0]?.message).toContain('port taken');
});

test('a part is restarted only once what it needs runs again', async () => {
  const watching = watch();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let starts = 0;
  const base = script('base', FOREVER);
  await watching.supervisor.start({
    ...base,
    start: async (signal) => {
      starts += 1;
      if (starts > 1) await released;
      return base.start(signal);
    },
  });
  await watching.supervisor.start(script('upper', FOREVER, ['base']));

  for (const name of ['upper', 'base']) process.kill(pidOf(watching, name), 'SIGKILL');
  await expect.poll(() => watching.deaths.length).toBe(2);
  expect([...watching.pids.keys()]).toEqual([]);

  release();
  await expect.poll(() => [...watching.pids.keys()]).toEqual(['base', 'upper']);
});

test('a stop ends everything, last started first, and what those have started', async () => {
  const watching = watch();
  const ended: string[] = [];
  const note = (part: Part): Part => ({
    ...part,
    start: async (signal) => {
      const running = await part.start(signal);
      running.exited.then(() => ended.push(part.name));
      return running;
    },
  });
  const parent = `
    const child = require('node:child_process').spawn(process.execPath, ['-e', '${FOREVER}']);
    require('node:fs').writeSync(1, child.pid + '\\n');
    ${FOREVER}`;
  let grandchild = 0;
  await watching.supervisor.start(note(script('first', FOREVER)));
  await watching.supervisor.start(
    note({
      ...script('second', FOREVER),
      start: () =>
        startProcess({
          command: process.execPath,
          args: ['-e', parent],
          cwd: '.',
          env: process.env,
          onLine: (line) => {
            grandchild = Number(line);
          },
          graceMs: 500,
        }),
    }),
  );
  await expect.poll(() => grandchild > 0).toBe(true);
  const pids = [...watching.pids.values(), grandchild];

  await watching.supervisor.stop();

  await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  expect(ended).toEqual(['second', 'first']);
  expect(watching.deaths).toEqual([]);
});

test('what will not listen is killed after its grace', async () => {
  const watching = watch();
  let ready = false;
  const deaf = `process.on('SIGTERM', () => {}); console.log('deaf'); ${FOREVER}`;
  await watching.supervisor.start({
    ...script('deaf', deaf),
    start: () =>
      startProcess({
        command: process.execPath,
        args: ['-e', deaf],
        cwd: '.',
        env: process.env,
        onLine: () => {
          ready = true;
        },
        graceMs: 100,
      }),
  });
  await expect.poll(() => ready).toBe(true);
  const pid = pidOf(watching, 'deaf');

  await watching.supervisor.stop();

  expect(isAlive(pid)).toBe(false);
});

test('a stop waits for what is still starting, and nothing starts after it', async () => {
  const watching = watch();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const slow = script('slow', FOREVER);
  let pid = 0;
  const starting = watching.supervisor.start({
    ...slow,
    start: async (signal) => {
      await released;
      const running = await slow.start(signal);
      pid = running.pid;
      return running;
    },
  });

  const stopped = watching.supervisor.stop();
  release();
  await Promise.allSettled([starting, stopped]);

  expect(pid).toBeGreaterThan(0);
  expect(isAlive(pid)).toBe(false);
  await expect(watching.supervisor.start(script('late', FOREVER))).rejects.toThrow(/being stopped/);
});
