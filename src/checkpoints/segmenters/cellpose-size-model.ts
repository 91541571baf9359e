import { CytoForgeError } from '../../errors.ts';
import type { CellposeConfig, CellposeSizeModel } from '../bundle/segmenter-configs.ts';
import type { ByteSource } from '../byte-source.ts';
import { readNpy } from '../npy.ts';
import { decodeNumbers } from '../pickle/numpy-decode.ts';
import { asRecord, type PickleValue } from '../pickle/values.ts';

/** The style of the official models has 256 numbers. */
const LONGEST = 4096;

function notSizeModel(source: ByteSource, where: string): CytoForgeError {
  return new CytoForgeError(
    'wrong-architecture',
    `${source.name} is no size model of Cellpose’s.`,
    {
      where,
      found: 'something else',
      expected: 'a dict of A, smean, diam_mean and ymean',
      hint: 'Choose the size_….npy that belongs to the model.',
    },
  );
}

function entriesOf(source: ByteSource): ReadonlyMap<PickleValue, PickleValue> | null {
  const array = readNpy(source);
  if (array.kind !== 'objects') return null;
  const data = asRecord(array.value, 'ndarray')?.data;
  const [item] = Array.isArray(data) ? data : [];
  return asRecord(item, 'dict')?.entries ?? null;
}

function numbersOf(source: ByteSource, name: string, value: PickleValue | undefined): number[] {
  if (typeof value === 'number') return [value];
  const array = asRecord(value, 'ndarray');
  const length = array?.shape.reduce((product, side) => product * side, 1) ?? 0;
  if (!array || length < 1 || length > LONGEST) throw notSizeModel(source, name);
  const numbers = Array.from(decodeNumbers(array, { name: source.name, offset: 0 }));
  if (numbers.every(Number.isFinite)) return numbers;
  throw notSizeModel(source, name);
}

/**
 * Whether a `.npy` file holds a size model, by the names in it.
 * @throws CytoForgeError as `readNpy`.
 */
export function isCellposeSizeModel(source: ByteSource): boolean {
  const entries = entriesOf(source);
  return entries?.has('A') === true && entries.has('smean');
}

/**
 * Reads `size_*.npy`, which belongs to a model of Cellpose's (spec 1.2).
 * @throws CytoForgeError as `readNpy`; `wrong-architecture` with the first part that is not as it should be.
 */
export function readCellposeSizeModel(source: ByteSource): CellposeSizeModel {
  const entries = entriesOf(source);
  if (!entries) throw notSizeModel(source, 'its outermost value');
  const numbers = (name: string) => numbersOf(source, name, entries.get(name));
  const [slope, styleMean] = [numbers('A'), numbers('smean')];
  const [[diameterMean], [intercept]] = [numbers('diam_mean'), numbers('ymean')];
  if (styleMean.length !== slope.length) throw notSizeModel(source, 'smean');
  if (!(diameterMean > 0)) throw notSizeModel(source, 'diam_mean');
  return { slope, styleMean, diameterMean, intercept };
}

/**
 * A model's configuration with its size model.
 * @throws CytoForgeError as `readCellposeSizeModel`; `wrong-architecture` when it is of another style.
 */
export function withSizeModel(config: CellposeConfig, source: ByteSource): CellposeConfig {
  const sizeModel = readCellposeSizeModel(source);
  const [style] = config.channels.slice(-1);
  if (sizeModel.slope.length === style) return { ...config, sizeModel };
  throw new CytoForgeError('wrong-architecture', `${source.name} is of another model.`, {
    where: 'A',
    found: `${sizeModel.slope.length} numbers`,
    expected: `${style}, as many as the model’s style has`,
    hint: 'Choose the size_….npy that belongs to the model.',
  });
}
