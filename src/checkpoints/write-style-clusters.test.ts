import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source.ts';
import { fixture } from './fixtures/open-fixture.ts';
import { readStyleClusters } from './style-clusters.ts';
import { clustersFileName, npyOfRows } from './write-style-clusters.ts';

describe('features as the original saves them', () => {
  it('come back, with empty classes and in the order given', () => {
    const rows = new Map([
      [0, [[0.25, -1, 3]]],
      [1, []],
      [
        2,
        [
          [1, 2, 3],
          [4, 5, 1e-9],
        ],
      ],
    ]);
    const read = readStyleClusters(bytesSource('features.npy', npyOfRows(rows, 3)));
    expect(read).toEqual({
      0: [[0.25, -1, 3]],
      1: [],
      2: [
        [1, 2, 3],
        [4, 5, 1e-9],
      ],
    });
  });

  it.each(['03_p2p_features.npy', '03_p2p_features_clustered_010.npy'])(
    'are those of %s once more',
    (name) => {
      const original = readStyleClusters(fixture(name));
      const rows = new Map(Object.entries(original).map(([label, of]) => [Number(label), of]));
      const written = npyOfRows(rows, original[0][0].length);
      expect(readStyleClusters(bytesSource(name, written))).toEqual(original);
    },
  );

  it('have the original names', () => {
    expect([10, 3, 1000].map(clustersFileName)).toEqual([
      'features_clustered_010.npy',
      'features_clustered_003.npy',
      'features_clustered_1000.npy',
    ]);
  });
});
