import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseBackend, useBackend } from '../nn/backend/use-backend.ts';
import * as tf from '../nn/tf.ts';
import { caseLines } from './case-line.ts';
import { PARITY_CASES } from './cases/index.ts';
import type { GoldenFolder } from './golden-case.ts';
import { runParity } from './run-parity.ts';

const FOLDER = fileURLToPath(new URL('fixtures/goldens/', import.meta.url));
/** Snapshots that the readers' tests have already. */
const SNAPSHOTS = fileURLToPath(new URL('../checkpoints/fixtures/', import.meta.url));
const FILES = readdirSync(FOLDER);
const NAMES = FILES.filter((file) => /^02_.*\.json$/.test(file)).map((file) => file.slice(0, -5));

const goldens: GoldenFolder = {
  list: async () => FILES,
  read: async (path) => {
    const folder = FILES.includes(path) ? FOLDER : SNAPSHOTS;
    return new Uint8Array(await readFile(`${folder}${path}`));
  },
};

describe.each(['wasm', 'cpu'] as const)('StyleGAN goldens on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
  });
  afterAll(releaseBackend);

  it.each(NAMES)('%s holds and leaves no tensor behind', async (only) => {
    const before = tf.memory().numTensors;
    for await (const outcome of runParity(goldens, PARITY_CASES, { only })) {
      expect(caseLines(outcome).join('\n')).toMatch(/ok$/);
      expect(outcome.missing).toEqual([]);
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});
