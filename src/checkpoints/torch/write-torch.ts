import { type DatasetEntry, writeZip } from '../../dataset/zip-writer.ts';
import {
  type Picklable,
  type PickledBytes,
  pickledCall,
  pickledDict,
  pickledGlobal,
  pickledOrderedDict,
  pickledTuple,
} from '../pickle/picklable.ts';
import { joinBytes, pickleBytes, writePickle } from '../pickle/write-pickle.ts';

/** A float32 tensor on its way into a file; its numbers are asked for when their turn comes. */
export interface TensorToWrite {
  name: string;
  shape: readonly number[];
  /** In C order; may be asked for more than once. */
  read(): Float32Array;
}

const MAGIC = 0x1950a86a20f9469cfc6cn;
const PROTOCOL = 1001;

/** How many numbers a shape holds. */
export function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

function strideOf(shape: readonly number[]): number[] {
  return shape.map((_, axis) => elementsOf(shape.slice(axis + 1)));
}

/** The id of a float32 storage; the older form names a view of it too, and there is none. */
function storageId(key: string, elements: number, legacy: boolean): Picklable {
  const storage = pickledGlobal('torch', 'FloatStorage');
  const id = ['storage', storage, key, 'cpu', elements];
  return { pickled: 'persistent', id: pickledTuple(...id, ...(legacy ? [null] : [])) };
}

/** `_rebuild_tensor_v2` of a contiguous tensor over `storage`. */
export function pickledTensor(shape: readonly number[], storage: Picklable): Picklable {
  return pickledCall(pickledGlobal('torch._utils', '_rebuild_tensor_v2'), [
    storage,
    0,
    pickledTuple(...shape),
    pickledTuple(...strideOf(shape)),
    false,
    pickledOrderedDict(new Map()),
  ]);
}

function stateDict(tensors: readonly TensorToWrite[], legacy: boolean): Picklable {
  const entries = tensors.map(({ name, shape }, index): [Picklable, Picklable] => {
    const storage = storageId(String(index), elementsOf(shape), legacy);
    return [name, pickledTensor(shape, storage)];
  });
  const metadata = pickledOrderedDict(new Map());
  return pickledOrderedDict(new Map(entries), pickledDict({ _metadata: metadata }));
}

function littleEndianBytes(data: Float32Array): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/**
 * A state dict as `torch.save` writes it since PyTorch 1.6: a ZIP of stored entries. One tensor is in memory at a
 * time.
 * @param stem Name of the folder in the archive, as the file without `.pth`.
 */
export function writeTorchZip(
  tensors: readonly TensorToWrite[],
  stem = 'archive',
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  function* entries(): Generator<DatasetEntry> {
    yield { name: `${stem}/data.pkl`, data: pickleBytes(stateDict(tensors, false)) };
    for (const [index, tensor] of tensors.entries()) {
      yield { name: `${stem}/data/${index}`, data: littleEndianBytes(tensor.read()) };
    }
    yield { name: `${stem}/version`, data: new TextEncoder().encode('3\n') };
  }
  return writeZip(entries());
}

function* legacyHead(root: Picklable, keys: string[]): Generator<Uint8Array> {
  const sizes = pickledDict({ short: 2, int: 4, long: 4 });
  const system = { protocol_version: PROTOCOL, little_endian: true, type_sizes: sizes };
  for (const value of [MAGIC, PROTOCOL, pickledDict(system), root, keys]) {
    yield* writePickle(value);
  }
}

function* legacyStorage(data: Float32Array): Generator<Uint8Array> {
  const count = new Uint8Array(8);
  new DataView(count.buffer).setBigUint64(0, BigInt(data.length), true);
  yield count;
  yield littleEndianBytes(data);
}

/** A state dict as `torch.save` wrote it before PyTorch 1.6. One tensor is in memory at a time. */
export function* writeTorchLegacy(tensors: readonly TensorToWrite[]): Generator<Uint8Array> {
  // The data blocks follow the order of the keys, which PyTorch sorts as texts.
  const order = tensors.map((_, index) => String(index)).sort();
  yield* legacyHead(stateDict(tensors, true), order);
  for (const key of order) yield* legacyStorage(tensors[Number(key)].read());
}

/**
 * What `torch.storage._load_from_bytes` reads: one float32 storage in the older form.
 * @param read Its numbers, asked for when the bytes are.
 */
export function pickledStorage(elements: number, read: () => Float32Array): Picklable {
  const head = joinBytes(legacyHead(storageId('0', elements, true), ['0']));
  function* chunks(): Generator<Uint8Array> {
    yield head;
    yield* legacyStorage(read());
  }
  const bytes: PickledBytes = { pickled: 'bytes', length: head.length + 8 + 4 * elements, chunks };
  return pickledCall(pickledGlobal('torch.storage', '_load_from_bytes'), [bytes]);
}
