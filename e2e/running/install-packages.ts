import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs Debian packages where `apt-get` exists and may be used.
 * @returns False where it does not, or failed.
 */
export function installPackages(names: readonly string[]): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args: string[]) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args];
    return spawnSync(command, rest, { stdio: 'inherit' }).status === 0;
  };
  console.log(`Installing with apt-get: ${names.join(', ')}.`);
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...names);
}
