/** Runs once when the site starts, before it answers. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') await import('./check-environment.ts');
}
