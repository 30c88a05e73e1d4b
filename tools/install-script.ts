import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The script that lists the project's schema. */
export const INSTALL_SCRIPT = resolve(import.meta.dirname, '..', 'sql', 'install.sql');

/**
 * The files an install script names, absolute, in order. The script is psql's: comments, and lines
 * `\ir path/relative/to/the/script.sql`.
 */
export function listedFiles(installFile: string): string[] {
  const lines = readFileSync(installFile, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const content = line.replace(/--.*$/, '').trim();
    if (content === '') return [];
    const path = /^\\ir\s+(\S+)$/.exec(content)?.[1];
    if (!path) {
      throw new Error(
        `${installFile}:${index + 1}: only comments and \\ir lines are understood, not: ${content}`,
      );
    }
    return [resolve(dirname(installFile), path)];
  });
}
