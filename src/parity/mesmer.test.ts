import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseBackend, useBackend } from '../nn/backend/use-backend.ts';
import * as tf from '../nn/tf.ts';
import { caseLines } from './case-line.ts';
import { PARITY_CASES } from './cases/index.ts';
import type { GoldenFolder } from './golden-case.ts';
import { runParity } from './run-parity.ts';

const FOLDER = new URL('fixtures/goldens/', import.meta.url);

const goldens: GoldenFolder = {
  list: async () => readdirSync(FOLDER),
  read: async (path) => new Uint8Array(await readFile(new URL(path, FOLDER))),
};

describe.each(['wasm', 'cpu'] as const)('PanopticNet on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
  });
  afterAll(releaseBackend);

  it('gives what PyTorch gives, with either backbone, and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    for await (const outcome of runParity(goldens, PARITY_CASES, { only: '04_mesmer_network' })) {
      expect(caseLines(outcome).join('\n')).toMatch(/ok$/);
      expect(outcome.missing).toEqual([]);
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});
