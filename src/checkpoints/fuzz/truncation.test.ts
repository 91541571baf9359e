import { describe, expect, it } from 'vitest';
import { fixtureBytes } from '../fixtures/open-fixture.ts';
import { judgeReading } from './judge-reading.ts';
import type { ReaderName } from './readers.ts';

/** So many lengths of each file are tried, all of them where it is short. */
const MOST_CUTS = 400;

const FILES: [file: string, reader: ReaderName][] = [
  ['containers.p0.pkl', 'pickle'],
  ['containers.p1.pkl', 'pickle'],
  ['containers.p2.pkl', 'pickle'],
  ['containers.p3.pkl', 'pickle'],
  ['containers.p4.pkl', 'pickle'],
  ['containers.p5.pkl', 'pickle'],
  ['02_sg3_t32_cond.pkl', 'snapshot'],
  ['02_sg2_g32_cond.pkl', 'snapshot'],
  ['odd_tensors.zip.pth', 'state dict'],
  ['odd_tensors.legacy.pth', 'state dict'],
  ['global_net_G.legacy.pth', 'generator'],
  ['local_batch_net_G.zip.pth', 'generator'],
  ['03_p2p_features_clustered_010.npy', 'clusters'],
  ['03_p2p_model.net_E.safetensors', 'safetensors'],
  ['arrays.npz', 'npz'],
  ['arrays_deflated.npz', 'npz'],
];

describe('a file that is cut off', () => {
  it.each(FILES)('%s is refused with a place, wherever it ends', (file, reader) => {
    const whole = fixtureBytes(file);
    expect(judgeReading(whole, reader, file)).toEqual({ problem: null, outcome: 'data' });
    const step = Math.max(1, Math.floor(whole.length / MOST_CUTS));
    for (let length = 0; length < whole.length; length += step) {
      const { problem, outcome } = judgeReading(whole.subarray(0, length), reader, file);
      expect(problem).toBeNull();
      expect(['truncated', 'corrupt', 'not-a-checkpoint', 'refused-archive']).toContain(outcome);
    }
  });
});
