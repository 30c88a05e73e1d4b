import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type FetchServer, serveFetch } from '../../local/fetch-server.ts';
import { type Logs, openLogs } from '../../local/logs.ts';
import { denoMay, functionsPart } from '../../local/parts.ts';
import { freePort } from '../../local/ports.ts';
import { loadSecrets } from '../../local/secrets.ts';
import { parseSettings, type Settings } from '../../local/settings.ts';
import type { RunningPart } from '../../local/supervisor.ts';

// The edge functions alone, in front of an API that is not there or says what an API should not.
let settings: Settings;
let secretKey = '';
let functions: RunningPart;
let api: FetchServer | undefined;

beforeAll(async () => {
  const localDir = mkdtempSync(join(tmpdir(), 'berkotnf-functions-'));
  const [functionsPort, apiPort] = [await freePort(), await freePort()];
  settings = parseSettings(
    { LOCAL_DIR: localDir, FUNCTIONS_PORT: `${functionsPort}`, API_PORT: `${apiPort}` },
    [],
  );
  const secrets = loadSecrets(localDir);
  secretKey = secrets.secretKey;
  const logs = openLogs(join(localDir, 'logs'));
  const quiet: Logs = { ...logs, of: (name) => logs.of(name, 'nothing') };
  const part = functionsPart(settings, secrets, quiet);
  functions = await part.start(new AbortController().signal);
});
afterEach(async () => {
  await api?.close();
  api = undefined;
});
afterAll(async () => {
  await functions.stop();
  rmSync(settings.localDir, { recursive: true });
});

const apiAnswers = async (answer: (request: Request) => Response) => {
  const fail = (error: unknown) => expect.fail(String(error));
  api = await serveFetch(settings.ports.api, async (request) => answer(request), fail);
};

const call = () =>
  fetch(`http://127.0.0.1:${settings.ports.functions}/call-update-hall-of-fame`, {
    method: 'POST',
    headers: { apikey: secretKey },
  });

const NO_ANSWER = {
  code: 'no_answer',
  message: 'The database did not answer update_aggregated_hall_of_fame.',
};

test('a database that is not there is told as such', async () => {
  const response = await call();

  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ success: false, error: NO_ANSWER });
});

test('what a gateway says instead of the database is kept back', async () => {
  await apiAnswers(() => new Response(`<h1>upstream ${secretKey}</h1>`, { status: 502 }));

  const response = await call();

  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ success: false, error: NO_ANSWER });
});

test('the database is called with the caller’s key, and each call is logged without it', async () => {
  const keys: (string | null)[] = [];
  await apiAnswers((request) => {
    keys.push(request.headers.get('apikey'));
    return Response.json({ rows: 3, source_version: 7, as_of: '2026-11-24' });
  });

  const { requestId, ...answer } = await (await call()).json();

  expect(answer).toMatchObject({ success: true, rows: 3, source_version: 7, as_of: '2026-11-24' });
  expect(keys).toEqual([secretKey]);
  await expect.poll(() => functions.lastLines.join()).toContain(requestId);
  const event = JSON.parse(functions.lastLines.at(-1) ?? '');
  expect(event).toMatchObject({ event: 'function.answered', requestId, status: 200, rows: 3 });
  expect(functions.lastLines.join()).not.toContain(secretKey);
});

test('its Deno may do nothing else', async () => {
  const probe = join(settings.localDir, 'probe.ts');
  writeFileSync(
    probe,
    `const tries = {
      'read the functions': () => Deno.readTextFile('supabase/functions/_shared/log.ts'),
      'read their variables': () => Deno.env.get('SUPABASE_URL'),
      'read a secret': () => Deno.readTextFile('${join(settings.localDir, 'secrets.json')}'),
      'read other variables': () => Deno.env.get('PATH'),
      'call a neighbour': () => fetch('http://127.0.0.1:${settings.ports.db}/'),
      'call the world': () => fetch('https://example.com/'),
      'import from it': () => import('https://example.com/mod.ts'),
      'write a function': () => Deno.writeTextFile('supabase/functions/_shared/log.ts', ''),
      'run a program': () => new Deno.Command('true').output(),
    };
    for (const [what, attempt] of Object.entries(tries)) {
      const how = await Promise.resolve().then(attempt).then(() => 'yes', ({ name }) => name);
      console.log(what + ': ' + how);
    }`,
  );

  const { stdout } = await promisify(execFile)(settings.deno, [
    'run',
    ...denoMay(settings.ports),
    probe,
  ]);

  expect(stdout.trim().split('\n')).toEqual([
    'read the functions: yes',
    'read their variables: yes',
    'read a secret: NotCapable',
    'read other variables: NotCapable',
    'call a neighbour: NotCapable',
    'call the world: NotCapable',
    'import from it: TypeError',
    'write a function: NotCapable',
    'run a program: NotCapable',
  ]);
});
