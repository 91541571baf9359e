import { accessSync, constants } from 'node:fs';
import { CytoForgeError } from '../errors.ts';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of the system's Chromium or Chrome, or of `CHROMIUM_PATH`.
 * @throws CytoForgeError `backend-unavailable` when there is none.
 */
export function findChromium(candidates: (string | undefined)[] = CANDIDATES): string {
  const found = candidates.find((path) => path !== undefined && isExecutable(path));
  if (found) return found;
  throw new CytoForgeError('backend-unavailable', 'WebGPU needs a browser, and none was found.', {
    expected: 'Chromium or Chrome',
    hint: 'Install it (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH.',
  });
}
