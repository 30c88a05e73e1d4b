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
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/**
 * Draw as with a graphics card, by SwiftShader. Without one, Chromium draws what the screen shows and
 * what it soon may show in two jobs; when a page is scrolled at the wrong moment, the first is never
 * told that the second has ended, and no frame comes any more: once in 25 visits on two cores.
 */
const GRAPHICS = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  '--enable-gpu-rasterization',
];

/**
 * Finds a Chromium: the one that `E2E_CHROMIUM` names, Playwright's own, one that the system has,
 * or the one that an npm package carries (Linux on x64). Throws if there is none.
 */
export async function findBrowser(): Promise<Browser> {
  // Chromium's sandbox refuses to start as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...QUIET, ...GRAPHICS, ...asRoot];

  for (const [from, executablePath] of candidates()) {
    if (executablePath && existsSync(executablePath)) return { executablePath, args, from };
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: carried } = await import('@sparticuz/chromium');
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
