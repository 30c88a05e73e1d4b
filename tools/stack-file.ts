import { z } from 'zod';

const pid = z.number().nullable();

/** What `$LOCAL_DIR/stack.json` tells tests and tools about a stack in which everything answers. */
export const stackFile = z.object({
  webUrl: z.url(),
  apiUrl: z.url(),
  /** As the schema's owner; null when the database is somewhere else. */
  dbUrl: z.string().nullable(),
  workerUrl: z.url(),
  functionsUrl: z.url().nullable(),
  publishableKey: z.string(),
  secretKey: z.string(),
  adminEmail: z.string().nullable(),
  adminPassword: z.string().nullable(),
  internalApiKey: z.string(),
  cronSecret: z.string(),
  pids: z.object({ web: pid, worker: pid, api: pid, db: pid, functions: pid }),
});
export type StackFile = Readonly<z.infer<typeof stackFile>>;
