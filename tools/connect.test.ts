import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { encryption, withDatabase } from './connect.ts';

const at = (rest: string) => new URL(`postgres://postgres:hunter2@${rest}`);

test.for([
  ['on this machine', '127.0.0.1:5432/postgres', { ssl: false }],
  ['on another', 'db.club.example/postgres', { ssl: 'require' }],
  ['where the URL says how', 'db.club.example/postgres?sslmode=verify-full', {}],
] as const)('%s', ([_, rest, expected]) => {
  expect(encryption(at(rest), undefined)).toEqual(expected);
});

test('a certificate authority that is given has to vouch for the server', () => {
  expect(encryption(at('db.club.example/postgres'), 'package.json')).toEqual({
    ssl: { ca: expect.stringContaining('berkotnf') },
  });
});

test('whoever answers in the middle that he cannot encrypt is told no password', async () => {
  const heard: Buffer[] = [];
  const server = createServer((socket: Socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      heard.push(chunk);
      // Postgres's own way to refuse TLS; what is not its language then ends the connection.
      if (heard.length === 1) socket.write('N');
      else socket.destroy();
    });
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');

  const connecting = withDatabase(
    // This machine, by an address that does not say so.
    `postgres://postgres:hunter2@0.0.0.0:${address.port}/postgres`,
    'test',
    async () => {},
  );

  await expect(connecting).rejects.toThrow(/0\.0\.0\.0:\d+ does not encrypt/);
  expect(Buffer.concat(heard).toString()).not.toMatch(/postgres|hunter2/);
  server.close();
});
