import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * WebGPU headless needs the full browser and these switches; SwiftShader stands in where there is no GPU.
 * The background switches keep the browser from looking for hosts of its own.
 */
export const CHROMIUM_FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of the system's Chromium (or `CHROMIUM_PATH`), or null. */
export function findChromium(): string | null {
  return CANDIDATES.find((path) => path !== undefined && isExecutable(path)) ?? null;
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/**
 * Finds Chromium, or installs Debian's where `apt-get` exists and may be used.
 * @throws Error that says what to install by hand.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (isExecutable('/usr/bin/apt-get')) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = (...args: string[]) => {
      const [command, ...rest] = [...sudo, 'apt-get', ...args];
      return run(command, rest);
    };
    console.log('Chromium is missing: installing it with apt-get.');
    apt('update');
    if (apt('install', '-y', '--no-install-recommends', 'chromium')) {
      const installed = findChromium();
      if (installed) return installed;
    }
  }
  throw new Error(
    'No Chromium found. Install Chromium or Chrome (Debian, Ubuntu: apt-get install chromium), ' +
      'or set CHROMIUM_PATH to its executable.',
  );
}
