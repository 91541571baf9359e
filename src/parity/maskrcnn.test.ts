import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../nn/backend/use-backend.ts';
import * as tf from '../nn/tf.ts';
import type { CaseOutcome } from './case-report.ts';
import { MASKRCNN_CASES } from './cases/maskrcnn.ts';
import type { GoldenFolder } from './golden-case.ts';
import { runParity } from './run-parity.ts';

const FIXTURES = new URL('./fixtures/goldens/', import.meta.url);
const folder: GoldenFolder = {
  list: () => readdir(FIXTURES),
  read: async (path) => new Uint8Array(await readFile(new URL(path, FIXTURES))),
};

async function outcomeOf(only: string): Promise<CaseOutcome> {
  for await (const outcome of runParity(folder, MASKRCNN_CASES, { only })) return outcome;
  throw new Error(`${only} was not run`);
}

describe.each(['cpu', 'wasm'] as const)('Mask R-CNN against torchvision on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('gives every step of a tiny network, and its detections', async () => {
    const outcome = await outcomeOf('04_maskrcnn_tiny');
    expect(outcome.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(outcome.status).toBe('passed');
  });

  it('leaves no tensor behind', () => {
    expect(tf.memory().numTensors).toBe(0);
  });
});

it('gives what torchvision’s operations on boxes, regions, masks and images give', async () => {
  const outcome = await outcomeOf('04_tv_ops');
  expect(outcome.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(outcome.status).toBe('passed');
});
