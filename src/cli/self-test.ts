import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { CytoForgeError } from '../errors.ts';
import type { ReferenceCheck } from '../pipeline/self-test/check-reference.ts';
import { selfTestBundle } from '../pipeline/self-test/self-test-bundle.ts';
import { chromiumSelfTest } from './chromium-parity.ts';
import { startNetworks } from './start-networks.ts';

interface SelfTestFlags {
  backend: 'cpu' | 'wasm' | 'webgpu';
  hardware: boolean;
  json: boolean;
}

/** The folder of a bundle that is named by itself or by its `model.json`. */
function bundleFolder(path: string): string {
  const folder = basename(path) === 'model.json' ? dirname(path) : path;
  if (existsSync(join(folder, 'model.json'))) return folder;
  throw new CytoForgeError('not-a-checkpoint', 'There is no model bundle here.', {
    where: path,
    found: 'no model.json',
    expected: 'the folder that "cytoforge convert" wrote',
  });
}

async function* checksInNode(
  folder: string,
  backend: 'cpu' | 'wasm',
): AsyncGenerator<ReferenceCheck> {
  const networks = await startNetworks([], backend);
  yield* selfTestBundle((name) => readFile(join(folder, name)), networks);
}

/** A mean as a person reads it: a few thousandths of a level are no whole `0`. */
function meanText(mean: number): string {
  return mean === 0 ? '0' : mean.toPrecision(2);
}

/** One line of the report. */
export function checkLine(check: ReferenceCheck): string {
  const { name, width, height, difference, tolerance, ok } = check;
  const { largest, mean, tail } = difference;
  const of = tolerance.of === 'largest' ? 'largest' : '99.9th percentile';
  return [
    name,
    `${width} × ${height}`,
    `largest ${largest}, mean ${meanText(mean)}, 99.9th percentile ${tail} grey levels`,
    `(${of} at most ${tolerance.levels})`,
    ok ? 'ok' : 'FAILED',
  ].join('  ');
}

/**
 * Makes the references of a bundle and writes a line for each, or one JSON value at the end.
 * @param write Takes lines without their end.
 * @returns Whether all are within their tolerance.
 * @throws CytoForgeError `not-a-checkpoint` where there is no bundle; what `selfTestBundle` throws.
 */
export async function reportSelfTest(
  path: string,
  { backend, hardware, json }: SelfTestFlags,
  write: (line: string) => void,
): Promise<boolean> {
  const folder = bundleFolder(path);
  const checks: ReferenceCheck[] = [];
  const run =
    backend === 'webgpu'
      ? chromiumSelfTest(folder, { software: !hardware })
      : checksInNode(folder, backend);
  for await (const check of run) {
    checks.push(check);
    if (!json) write(checkLine(check));
  }
  const failed = checks.filter(({ ok }) => !ok).length;
  const summary = `${checks.length - failed} passed, ${failed} failed on ${backend}`;
  write(json ? JSON.stringify({ backend, summary, checks }, null, 2) : summary);
  return failed === 0;
}

/** Adds `selftest BUNDLE` to the command line. */
export function registerSelfTest(program: Command): void {
  program
    .command('selftest')
    .description('run the references of a bundle: how far is this machine from the original?')
    .argument('<bundle>', 'folder of a model bundle that was converted with --reference')
    .addOption(
      new Option('--backend <name>', 'where the networks run')
        .choices(['cpu', 'wasm', 'webgpu'])
        .default('wasm'),
    )
    .option('--hardware', 'ask for a hardware WebGPU adapter instead of the software one', false)
    .option('--json', 'one JSON value at the end', false)
    .action(async (path: string, flags: SelfTestFlags) => {
      const good = await reportSelfTest(path, flags, (line) => process.stdout.write(`${line}\n`));
      if (!good) process.exitCode = 1;
    });
}
