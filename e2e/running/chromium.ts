import { findChromium } from '../../src/cli/find-chromium.ts';
import { installPackages } from './install-packages.ts';

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

/**
 * Finds Chromium, or installs Debian's where `apt-get` exists and may be used.
 * @throws CytoForgeError that says what to install by hand.
 */
export function ensureChromium(): string {
  const found = chromiumIfThere();
  if (found) return found;
  if (installPackages(['chromium'])) {
    const installed = chromiumIfThere();
    if (installed) return installed;
  }
  return findChromium();
}
