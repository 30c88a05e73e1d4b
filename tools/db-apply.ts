import { applySchema } from './apply-schema.ts';
import { withDatabase } from './connect.ts';
import { INSTALL_SCRIPT, listedFiles } from './install-script.ts';
import { CommandError, runCommand, say } from './run-command.ts';
import { refuseTransactionPooler, requireServer } from './server-requirements.ts';

const HELP = `npm run db:apply [-- --check]

Brings the Postgres 17 at DATABASE_URL to the schema in sql/: tables, functions, grants, the queue.
On an empty project and on one in use: definitions are changed, data is not, and running it again
does no harm. All or nothing, in one transaction. While it lasts, a second or a few, its tables are locked
and pages wait; while somebody uses them it gives way and begins again, for two minutes.

  --check   only looks whether the server has what it needs: Postgres 17, pgmq 1.5, Supabase's roles
            and Auth, and the right to create; changes nothing

DATABASE_URL  the session pooler's or the direct string of the project's Connect page, port 5432 (not
              the transaction pooler's, 6543):
              postgres://postgres:password@db.<project ref>.supabase.co:5432/postgres

Exit code 0 when applied (or ready to be), 1 when not: then nothing was changed.`;

await runCommand({
  help: HELP,
  flags: ['check'],
  run: async ({ flags }) => {
    const databaseUrl = process.env.DATABASE_URL;
    if (!databaseUrl) {
      throw new CommandError('Set DATABASE_URL to the database to change; --help tells which.');
    }
    if (flags.has('check')) {
      refuseTransactionPooler(databaseUrl);
      await withDatabase(databaseUrl, 'schema', requireServer);
      say(
        `Ready for the ${listedFiles(INSTALL_SCRIPT).length} files of sql/. Nothing was changed.`,
      );
      return true;
    }
    try {
      const { files, statements, gaveWay } = await applySchema(databaseUrl, INSTALL_SCRIPT);
      const after = gaveWay > 0 ? `, after giving way ${gaveWay} times` : '';
      say(`Applied ${statements} statements from ${files} files${after}.`);
      return true;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw new CommandError(`${error.message}\nNothing was changed.`, { cause: error });
    }
  },
});
