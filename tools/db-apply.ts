import { fileURLToPath } from 'node:url';
import { applySchema } from './apply-schema.ts';

// `npm run db:apply`: brings any Postgres 17 with pgmq, named by DATABASE_URL, to this schema.
const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) {
  process.stderr.write(
    'Set DATABASE_URL to the database to change, e.g. postgres://postgres:…@db.example.supabase.co:5432/postgres\n',
  );
  process.exit(1);
}

try {
  const installFile = fileURLToPath(new URL('../sql/install.sql', import.meta.url));
  const { files, statements } = await applySchema(databaseUrl, installFile);
  process.stdout.write(`Applied ${statements} statements from ${files} files.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\nNothing was changed.\n`);
  process.exit(1);
}
