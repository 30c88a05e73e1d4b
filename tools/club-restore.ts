import { readFileSync } from 'node:fs';
import { backupFile, contentsOf } from './backup/backup-file.ts';
import { restoreBackup } from './backup/restore-backup.ts';
import { withDatabase } from './connect.ts';
import { readDeployment } from './deployment.ts';
import { CommandError, runCommand, say } from './run-command.ts';

const HELP = `npm run club:restore -- <file> [--replace]

Puts a backup made by npm run club:backup into a database, and requests an update that calculates the stats.
All or nothing, in one transaction. The database must have the schema (npm run db:apply).

  --replace   deletes the players, matches, planned matches, settings and change history that are there.
              Without it, a database that has any is refused

DATABASE_URL  the session pooler's or the direct string of the project's Connect page, port 5432. With
              nothing set, the stack that \`npm start\` has running in LOCAL_DIR (.local)

Exit code 0 when restored, 1 when not: then nothing was changed.`;

await runCommand({
  help: HELP,
  flags: ['replace'],
  words: 1,
  run: async ({ flags, words: [path] }) => {
    if (!path) throw new CommandError('Say which file to restore; --help tells how.');
    const backup = read(path);
    const { databaseUrl } = readDeployment(process.env);
    if (!databaseUrl) throw new CommandError('Set DATABASE_URL; --help says which.');
    await withDatabase(databaseUrl, 'restore', (sql) =>
      restoreBackup(sql, backup, { replaces: flags.has('replace') }),
    );
    say(`Restored ${contentsOf(backup)}, as of ${backup.takenAt}.`);
    say(
      'A worker calculates the stats now. Without a worker: press "Update stats" on /admin/info.',
    );
    return true;
  },
});

function read(path: string) {
  try {
    return backupFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new CommandError(`${path} is not a backup of a club that can be read.`, { cause: error });
  }
}
