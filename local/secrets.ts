import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateJson } from './private-json.ts';

const secretsFile = z.strictObject({
  databasePassword: z.string().min(16),
  jwtSecret: z.string().min(32),
  publishableKey: z.string().startsWith('sb_publishable_'),
  secretKey: z.string().startsWith('sb_secret_'),
  internalApiKey: z.string().min(32),
  cronSecret: z.string().min(32),
  adminPassword: z.string().min(8),
});

export type Secrets = z.infer<typeof secretsFile>;

/**
 * The secrets of this machine's stack: made up on first start and kept in `secrets.json`, readable
 * only by its owner.
 *
 * @throws when the file is there but is not what this version wrote.
 */
export function loadSecrets(localDir: string): Secrets {
  const path = join(localDir, 'secrets.json');
  mkdirSync(localDir, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) writePrivateJson(path, newSecrets());
  try {
    return secretsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(
      `${path} cannot be read as this stack's secrets. Remove ${localDir} to start anew, or set LOCAL_DIR to another folder.`,
      { cause },
    );
  }
}

function newSecrets(): Secrets {
  const random = (bytes: number) => randomBytes(bytes).toString('base64url');
  return {
    databasePassword: random(24),
    jwtSecret: random(48),
    publishableKey: `sb_publishable_${random(24)}`,
    secretKey: `sb_secret_${random(24)}`,
    internalApiKey: random(32),
    cronSecret: random(32),
    adminPassword: random(9),
  };
}
