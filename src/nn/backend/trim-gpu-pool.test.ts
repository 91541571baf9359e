import { describe, expect, it, vi } from 'vitest';
import { type BufferPool, trimPool } from './trim-gpu-pool.ts';

function poolOf(sizes: number[]) {
  const buffers = sizes.map((size) => ({ size, destroy: vi.fn() }));
  const freeBuffers: BufferPool['freeBuffers'] = new Map();
  for (const buffer of buffers) {
    const key = `${buffer.size}`;
    freeBuffers.set(key, [...(freeBuffers.get(key) ?? []), buffer]);
  }
  // A hundred bytes are in use.
  const numBytesAllocated = sizes.reduce((sum, size) => sum + size, 100);
  return { buffers, pool: { freeBuffers, numFreeBuffers: sizes.length, numBytesAllocated } };
}

describe('trimPool', () => {
  it('leaves a pool alone that holds no more than it may', () => {
    const { buffers, pool } = poolOf([10, 20]);
    trimPool(pool, 30);
    expect(pool.numBytesAllocated).toBe(130);
    for (const { destroy } of buffers) expect(destroy).not.toHaveBeenCalled();
  });

  it('empties one that holds more, and keeps its books and its keys', () => {
    const { buffers, pool } = poolOf([10, 20, 20]);
    trimPool(pool, 30);
    for (const { destroy } of buffers) expect(destroy).toHaveBeenCalledOnce();
    // TensorFlow.js pushes to the lists of the keys it has seen.
    expect([...pool.freeBuffers]).toEqual([
      ['10', []],
      ['20', []],
    ]);
    expect(pool).toMatchObject({ numFreeBuffers: 0, numBytesAllocated: 100 });
  });
});
