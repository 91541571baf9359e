import { CytoForgeError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';
import { readNpy } from './npy.ts';
import { decodeNumbers } from './pickle/numpy-decode.ts';
import { asRecord, describeValue, type PickleValue } from './pickle/values.ts';

/** K-means centres by label: `[clusters][featNum]`. */
export type StyleClusters = Record<string, number[][]>;

/** Official files have ten centres of three numbers for each of 35 labels. */
const MOST_NUMBERS = 4_000_000;

function notClusters(
  source: ByteSource,
  found: string,
  where = 'its outermost value',
): CytoForgeError {
  return new CytoForgeError('wrong-architecture', `${source.name} holds no style clusters.`, {
    where,
    found,
    expected: 'a dict of label to cluster centres (features_clustered_010.npy)',
    hint: 'Choose the features_clustered_*.npy that encode_features.py wrote.',
  });
}

function readCentres(
  source: ByteSource,
  label: string,
  value: PickleValue,
  budget: { numbers: number },
): number[][] {
  const array = asRecord(value, 'ndarray');
  if (array?.shape.length !== 2) {
    throw notClusters(source, describeValue(value), `label ${label}`);
  }
  const [clusters, width] = array.shape;
  // Labels may share one array, and rows of no numbers take no bytes in the file.
  budget.numbers -= clusters * Math.max(width, 1);
  if (!(budget.numbers >= 0)) {
    throw notClusters(source, `centres of shape [${clusters}, ${width}]`, `label ${label}`);
  }
  const numbers = decodeNumbers(array, { name: source.name, offset: 0 });
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
  const budget = { numbers: MOST_NUMBERS };
  return Object.fromEntries(
    labels.map(([label, value]) => [
      String(label),
      readCentres(source, String(label), value, budget),
    ]),
  );
}
