import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';
import { bytesSource } from './byte-source.ts';
import { fixtureBytes } from './fixtures/open-fixture.ts';
import { openNpz } from './npz.ts';
import { readPickle } from './pickle/interpreter.ts';
import { openPix2PixHd } from './pix2pixhd-checkpoint.ts';
import { recogniseFile } from './recognise.ts';
import { readStyleClusters } from './style-clusters.ts';
import { SNAPSHOT_GLOBALS } from './stylegan-globals.ts';
import { openStyleGan3Snapshot } from './stylegan-snapshot.ts';
import { openStateDict } from './torch/state-dict.ts';
import { torchTensorSource } from './torch/tensor-map.ts';

function readAll(weights: { names(): string[]; read(name: string): unknown }): void {
  for (const name of weights.names()) weights.read(name);
}

const READERS: [file: string, read: (source: ByteSource) => void, runs: number][] = [
  ['02_sg3_t32_cond.pkl', (source) => readAll(openStyleGan3Snapshot(source).weights), 60],
  ['02_sg3_t64.pkl', (source) => readAll(openStyleGan3Snapshot(source).weights), 40],
  ['containers.p0.pkl', (source) => readPickle(source, SNAPSHOT_GLOBALS), 400],
  ['containers.p2.pkl', (source) => readPickle(source, SNAPSHOT_GLOBALS), 400],
  ['containers.p5.pkl', (source) => readPickle(source, SNAPSHOT_GLOBALS), 400],
  ['odd_tensors.zip.pth', (source) => readAll(torchTensorSource(openStateDict(source))), 400],
  ['odd_tensors.legacy.pth', (source) => readAll(torchTensorSource(openStateDict(source))), 400],
  ['global_net_G.legacy.pth', (source) => openPix2PixHd({ generator: source }), 200],
  ['03_p2p_features_clustered_010.npy', (source) => readStyleClusters(source), 400],
  ['arrays.npz', (source) => readAll(openNpz(source)), 200],
  ['arrays_deflated.npz', (source) => readAll(openNpz(source)), 100],
];

const change = fc.record({
  // Most structure is at the beginning and at the end.
  at: fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 0.001, 0.01, 0.99, 1),
  ),
  shift: fc.nat({ max: 300 }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 9 }),
});

describe('damaged files', () => {
  it.each(READERS)('%s ends in a typed error or in data', (file, read, numRuns) => {
    const original = fixtureBytes(file);
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 4 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        (changes, cut) => {
          const bytes = original.slice(
            0,
            cut === null ? undefined : Math.floor(cut * original.length),
          );
          for (const { at, shift, bytes: replacement } of changes) {
            const start = Math.min(Math.floor(at * bytes.length) + shift, bytes.length);
            bytes.set(replacement.subarray(0, bytes.length - start), start);
          }
          const source = bytesSource(file, bytes);
          try {
            read(source);
          } catch (error) {
            expect(error).toBeInstanceOf(CytoForgeError);
            expect((error as CytoForgeError).code).not.toBe('internal');
          }
          expect(recogniseFile(source).error?.code).not.toBe('internal');
        },
      ),
      { numRuns, seed: 20 },
    );
  });
});
