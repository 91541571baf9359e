import { CytoForgeError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';
import { readNpy } from './npy.ts';
import { decodeNumbers } from './pickle/numpy-decode.ts';
import { asRecord, describeValue, type PickleValue } from './pickle/values.ts';

/** K-means centres by label: `[clusters][featNum]`. */
export type StyleClusters = Record<string, number[][]>;

function notClusters(source: ByteSource, found: string): CytoForgeError {
  return new CytoForgeError('wrong-architecture', `${source.name} holds no style clusters.`, {
    found,
    expected: 'a dict of label to cluster centres (features_clustered_010.npy)',
  });
}

function readCentres(source: ByteSource, label: string, value: PickleValue): number[][] {
  const array = asRecord(value, 'ndarray');
  if (array?.shape.length !== 2) {
    throw notClusters(source, `${describeValue(value)} for label ${label}`);
  }
  const numbers = decodeNumbers(array, { name: source.name, offset: 0 });
  const [clusters, width] = array.shape;
  return Array.from({ length: clusters }, (_, i) =>
    Array.from(numbers.subarray(i * width, (i + 1) * width)),
  );
}

/**
 * Reads `features_clustered_*.npy`: a dict of label to `[clusters, featNum]` centres, as pix2pixHD's
 * `encode_features.py` saves it under any pickle protocol (spec B.11).
 * @throws CytoForgeError as `readNpy`, or `wrong-architecture` for other contents.
 */
export function readStyleClusters(source: ByteSource): StyleClusters {
  const array = readNpy(source);
  if (array.kind !== 'objects') throw notClusters(source, `an array of ${array.kind}`);
  const data = asRecord(array.value, 'ndarray')?.data;
  const [item] = Array.isArray(data) ? data : [];
  const dict = asRecord(item, 'dict');
  if (!dict) throw notClusters(source, describeValue(item));
  const labels = [...dict.entries].filter(([label]) => Number.isSafeInteger(label));
  if (labels.length !== dict.entries.size) throw notClusters(source, 'a key that is no label');
  labels.sort(([a], [b]) => Number(a) - Number(b));
  return Object.fromEntries(
    labels.map(([label, value]) => [String(label), readCentres(source, String(label), value)]),
  );
}
