import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../../src/cli/find-chromium.ts';

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

/** Path of the system's Chromium (or `CHROMIUM_PATH`), or null. */
export function chromiumIfThere(): string | null {
  try {
    return findChromium();
  } catch {
    return null;
  }
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

/**
 * Finds Chromium, or installs Debian's where `apt-get` exists and may be used.
 * @throws CytoForgeError that says what to install by hand.
 */
export function ensureChromium(): string {
  const found = chromiumIfThere();
  if (found) return found;
  if (existsSync('/usr/bin/apt-get')) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = (...args: string[]) => {
      const [command, ...rest] = [...sudo, 'apt-get', ...args];
      return run(command, rest);
    };
    console.log('Chromium is missing: installing it with apt-get.');
    apt('update');
    if (apt('install', '-y', '--no-install-recommends', 'chromium')) {
      const installed = chromiumIfThere();
      if (installed) return installed;
    }
  }
  return findChromium();
}
