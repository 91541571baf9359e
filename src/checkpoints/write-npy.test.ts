import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source.ts';
import { fixture, fixtureBytes } from './fixtures/open-fixture.ts';
import { readNpy } from './npy.ts';
import { openNpz } from './npz.ts';
import { pickledMatrix } from './pickle/numpy-picklable.ts';
import type { Picklable } from './pickle/picklable.ts';
import { readStyleClusters } from './style-clusters.ts';
import { npyOfNumbers, npyOfObject, npzOfArrays } from './write-npy.ts';

describe('.npy files', () => {
  it.each([
    ['float32', [2, 3], Float32Array.of(1, -2, 3.5, 0, 1e-30, 7)],
    ['float64', [3], Float64Array.of(Math.PI, -0, 2 ** 60)],
    ['int32', [], Int32Array.of(-5)],
    ['uint32', [1, 2], Uint32Array.of(4_294_967_295, 0)],
    ['uint8', [0, 4], new Uint8Array()],
  ])('of %s come back as they were', (_, shape, data) => {
    const array = readNpy(bytesSource('a.npy', npyOfNumbers(shape, data)));
    expect(array).toMatchObject({ kind: 'numbers', shape });
    expect([...(array as { data: ArrayLike<number> & Iterable<number> }).data]).toEqual([...data]);
  });

  it('hold 64-bit integers', () => {
    const data = BigInt64Array.of(0n, 4_294_967_295n);
    const array = readNpy(bytesSource('seeds.npy', npyOfNumbers([2], data)));
    expect(array).toMatchObject({ shape: [2], data: Float64Array.of(0, 4_294_967_295) });
  });

  it('begin their data at a multiple of 64 bytes', () => {
    for (const side of [1, 10, 1000, 100_000]) {
      const bytes = npyOfNumbers([side, 0, 1], new Float32Array());
      expect(bytes.length % 64).toBe(0);
    }
  });

  it('hold a dict to the byte as NumPy writes it', () => {
    const file = '03_p2p_features_clustered_010.npy';
    const clusters = readStyleClusters(fixture(file));
    const entries = Object.entries(clusters).map(([label, rows]): [Picklable, Picklable] => [
      Number(label),
      pickledMatrix(rows, rows[0].length),
    ]);
    const written = npyOfObject(new Map(entries));
    expect(readStyleClusters(bytesSource(file, written))).toEqual(clusters);
    expect([...written.subarray(0, 128)]).toEqual([...fixtureBytes(file).subarray(0, 128)]);
  });
});

describe('.npz archives', () => {
  it('come back as they were', async () => {
    const arrays = new Map([
      ['w', npyOfNumbers([1, 2], Float32Array.of(1, 2))],
      ['seeds', npyOfNumbers([1], Int32Array.of(9))],
    ]);
    const npz = openNpz(bytesSource('ws.npz', await npzOfArrays(arrays)));
    expect(npz.names()).toEqual(['w', 'seeds']);
    expect(npz.numbers('w')).toMatchObject({ shape: [1, 2], data: Float32Array.of(1, 2) });
  });
});
