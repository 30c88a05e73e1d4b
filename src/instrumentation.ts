/** Runs once when the site starts: a wrong environment stops it with a line per variable. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { parseWebEnv, ConfigurationError } = await import('./config/env.ts');
  try {
    parseWebEnv(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`The site cannot start:\n${error.message}\n`);
    process.exit(1);
  }
}
