import { pickledMatrix } from './pickle/numpy-picklable.ts';
import type { Picklable } from './pickle/picklable.ts';
import { npyOfObject } from './write-npy.ts';

/** Rows of numbers by class, `[rows][columns]`. */
export type RowsByLabel = ReadonlyMap<number, readonly (readonly number[])[]>;

/**
 * A dict of class to float64 matrix, as pix2pixHD's `encode_features.py` saves `features.npy` (`[n, feat_num + 1]`) and
 * `features_clustered_*.npy` (`[clusters, feat_num]`): NumPy reads it with `allow_pickle=True`.
 * @param columns Of every matrix, also of those without rows.
 */
export function npyOfRows(rows: RowsByLabel, columns: number): Uint8Array<ArrayBuffer> {
  return npyOfObject(
    new Map(
      [...rows].map(([label, ofLabel]): [Picklable, Picklable] => [
        label,
        pickledMatrix(ofLabel, columns),
      ]),
    ),
  );
}

/** The name the original gives a file of so many clusters. */
export function clustersFileName(clusters: number): string {
  return `features_clustered_${String(clusters).padStart(3, '0')}.npy`;
}
