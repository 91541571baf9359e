import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { goldenDirectory } from './golden-directory.ts';
import { registerParity, reportParity } from './parity.ts';

const FLAGS = { backend: 'cpu', precision: 'float32', hardware: false, json: false } as const;
const RANDN = [1.764052345967664, 0.4001572083672233];

let folder: string;

function writeCase(name: string, randn: number[]): void {
  const data = { randn: { '0/2': randn }, uniform: {}, randint: {}, mixed: {}, shuffle: {} };
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ case: name, data }));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parity-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function report(flags: Partial<Parameters<typeof reportParity>[1]> = {}) {
  const lines: string[] = [];
  const good = await reportParity(folder, { ...FLAGS, ...flags }, (line) => lines.push(line));
  return { good, lines };
}

describe('reportParity', () => {
  it('ends with the counts of cases', async () => {
    writeCase('01_numpy_randomstate', RANDN);
    writeCase('98_unheard_of', []);
    const { good, lines } = await report();
    expect(good).toBe(true);
    expect(lines[0]).toMatch(/^01_numpy_randomstate {2}1 check .*ok$/);
    expect(lines[1]).toBe('98_unheard_of  0 checks  skipped (not implemented)');
    expect(lines.at(-1)).toBe('1 passed, 0 failed, 1 skipped');
  });

  it('is not good when a case fails', async () => {
    writeCase('01_numpy_randomstate', [1, 2]);
    const { good, lines } = await report();
    expect(good).toBe(false);
    expect(lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped');
  });

  it('writes one JSON value', async () => {
    writeCase('01_numpy_randomstate', RANDN);
    const { lines } = await report({ json: true });
    expect(lines).toHaveLength(1);
    const value = JSON.parse(lines[0]);
    expect(value).toMatchObject({ backend: 'cpu', summary: '1 passed, 0 failed, 0 skipped' });
    expect(value.outcomes[0].checks).toHaveLength(1);
  });

  it('refuses a folder that is not there', async () => {
    const missing = join(folder, 'nothing');
    await expect(reportParity(missing, FLAGS, () => {})).rejects.toThrow(CytoForgeError);
  });
});

it('registers a command that knows its backends', async () => {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerParity(program);
  program.commands[0].exitOverride().configureOutput({ writeErr: () => {} });
  const run = program.parseAsync(['parity', folder, '--backend', 'abacus'], { from: 'user' });
  await expect(run).rejects.toThrow('abacus');
});

it('lists a folder and its subfolders one level deep', async () => {
  mkdirSync(join(folder, 'a/b'), { recursive: true });
  for (const file of ['z.json', 'a/x.npz', 'a/b/deep']) writeFileSync(join(folder, file), file);
  const directory = goldenDirectory(folder);
  expect(await directory.list()).toEqual(['a/x.npz', 'z.json']);
  expect(new TextDecoder().decode(await directory.read('a/x.npz'))).toBe('a/x.npz');
  await expect(directory.read('missing')).rejects.toThrow(CytoForgeError);
});
