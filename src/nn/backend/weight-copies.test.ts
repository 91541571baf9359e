import { describe, expect, it } from 'vitest';
import * as tf from '../tf.ts';
import { useBackend } from './use-backend.ts';
import { bytesWithCopies } from './weight-copies.ts';

const FILTERS = 8;
const CHANNELS = 512;

function heapBytes(): number {
  return (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length;
}

describe('bytesWithCopies', () => {
  it('is what filters take on WASM once their convolutions have run', async () => {
    await useBackend('wasm');
    const filters = Array.from({ length: FILTERS }, () =>
      tf.ones<tf.Rank.R4>([3, 3, CHANNELS, CHANNELS]),
    );
    const x = tf.zeros<tf.Rank.R4>([1, 3, 3, CHANNELS]);
    const bytes = filters.reduce((sum, { size }) => sum + 4 * size, 0);
    for (const filter of filters) tf.conv2d(x, filter, 1, 'valid').dispose();
    const ratio = heapBytes() / bytesWithCopies(bytes, 'wasm');
    tf.dispose([x, ...filters]);
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.5);
  });

  it('is nothing more elsewhere', () => {
    for (const backend of ['cpu', 'webgpu', null] as const) {
      expect(bytesWithCopies(100, backend)).toBe(100);
    }
  });
});
