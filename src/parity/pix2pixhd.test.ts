import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../nn/backend/use-backend.ts';
import * as tf from '../nn/tf.ts';
import type { CaseOutcome } from './case-report.ts';
import { PIX2PIXHD_CASES } from './cases/pix2pixhd.ts';
import type { GoldenFolder } from './golden-case.ts';
import { runParity } from './run-parity.ts';

const FIXTURES = new URL('./fixtures/goldens/', import.meta.url);
const folder: GoldenFolder = {
  list: () => readdir(FIXTURES),
  read: async (path) => new Uint8Array(await readFile(new URL(path, FIXTURES))),
};

async function outcomeOf(only: string): Promise<CaseOutcome> {
  for await (const outcome of runParity(folder, PIX2PIXHD_CASES, { only })) return outcome;
  throw new Error(`${only} was not run`);
}

function failures({ checks }: CaseOutcome): unknown[] {
  return checks.filter((check) => !check.ok);
}

describe.each(['cpu', 'wasm'] as const)('pix2pixHD against its goldens on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('gives every layer of the generator', async () => {
    const outcome = await outcomeOf('03_p2p_global');
    expect(failures(outcome)).toEqual([]);
    expect(outcome.checks).toHaveLength(15);
    expect(outcome.missing).toEqual(['03_p2p_global_latest_net_G.zip.pth']);
  });

  it('gives both branches of the local enhancer, and its image', async () => {
    const outcome = await outcomeOf('03_p2p_local');
    expect(failures(outcome)).toEqual([]);
    expect(outcome.checks).toHaveLength(4);
    expect(outcome.status).toBe('passed');
  });

  it('gives inputs, encoder features, sampled styles and images of the whole model', async () => {
    const outcome = await outcomeOf('03_p2p_model');
    expect(failures(outcome)).toEqual([]);
    const unchecked = outcome.missing.filter((gap) => !/^tensor (D|loss|grad)\./.test(gap));
    expect(unchecked).toEqual(['discriminator', 'gradients']);
    expect(outcome.status).toBe('skipped');
  });

  it('leaves no tensor behind', () => {
    expect(tf.memory().numTensors).toBe(0);
  });
});

describe('preprocessing against its goldens', () => {
  it('gives every pixel of every mode', async () => {
    const outcome = await outcomeOf('03_p2p_preprocess');
    expect(failures(outcome)).toEqual([]);
    expect(outcome.status).toBe('passed');
  });
});
