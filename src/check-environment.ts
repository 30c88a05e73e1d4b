/** A wrong environment stops the site at its start, with a line per variable. */
import { parseWebEnv } from './config/env.ts';
import { ConfigurationError } from './jobs/environment.ts';

try {
  parseWebEnv(process.env);
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  process.stderr.write(`The site cannot start:\n${error.message}\n`);
  process.exit(1);
}
