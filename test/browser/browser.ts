import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

interface Browser {
  executablePath: string;
  args: string[];
  /** Where it was found, for the log. */
  from: string;
}

/** What a Chromium without a desktop and without the internet needs, or does not need. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/**
 * Finds a Chromium: the one that `E2E_CHROMIUM` names, Playwright's own, one that the system has,
 * or the one that an npm package carries (Linux on x64). Throws if there is none.
 */
export async function findBrowser(): Promise<Browser> {
  // Chromium's sandbox refuses to start as root.
  const args = process.getuid?.() === 0 ? [...QUIET, '--no-sandbox'] : QUIET;

  for (const [from, executablePath] of candidates()) {
    if (executablePath && existsSync(executablePath)) return { executablePath, args, from };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: carried } = await import('@sparticuz/chromium');
    carried.setGraphicsMode = false;
    // Not with the arguments it suggests: they turn the web's own security off, which is under test.
    return { executablePath: await carried.executablePath(), args, from: '@sparticuz/chromium' };
  }
  throw new Error('No Chromium found: install Google Chrome, or set E2E_CHROMIUM to its path');
}

function candidates(): [from: string, path: string | undefined][] {
  return [
    ['E2E_CHROMIUM', process.env.E2E_CHROMIUM],
    ['Playwright', chromium.executablePath()],
    ['the system', '/usr/bin/chromium'],
    ['the system', '/usr/bin/chromium-browser'],
    ['the system', '/usr/bin/google-chrome-stable'],
    ['the system', '/usr/bin/google-chrome'],
    ['the system', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['the system', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['the system', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ];
}
