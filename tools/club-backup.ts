import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { contentsOf } from './backup/backup-file.ts';
import { takeBackup } from './backup/take-backup.ts';
import { withDatabase } from './connect.ts';
import { readDeployment } from './deployment.ts';
import { CommandError, runCommand, say } from './run-command.ts';

const HELP = `npm run club:backup [-- <file>]

Writes everything that people entered into one file: players, matches, planned matches, settings, and who
changed what. The stats are not in it: they are calculated from these. Neither are the admins' accounts.
The file has names and the admins' e-mail addresses: keep it where only you can read it.

  <file>      where to write; club-<today>.json if not given. A file that exists is not overwritten

DATABASE_URL  the session pooler's or the direct string of the project's Connect page, port 5432. With
              nothing set, the stack that \`npm start\` has running in LOCAL_DIR (.local)

Exit code 0 when the file is written, 1 when not.`;

await runCommand({
  help: HELP,
  words: 1,
  run: async ({ words }) => {
    const path = resolve(words[0] ?? `club-${new Date().toISOString().slice(0, 10)}.json`);
    const { databaseUrl } = readDeployment(process.env);
    if (!databaseUrl) throw new CommandError('Set DATABASE_URL; --help says which.');
    const backup = await withDatabase(databaseUrl, 'backup', takeBackup);
    try {
      writeFileSync(path, `${JSON.stringify(backup, null, 1)}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      throw new CommandError(`The backup cannot be written: ${error}`, { cause: error });
    }
    say(`${contentsOf(backup)} are in ${path}`);
    return true;
  },
});
