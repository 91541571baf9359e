import { corruptPickle, type Place, unsupportedPickle } from '../pickle/fault.ts';
import { DATA_GLOBALS } from '../pickle/globals.ts';
import type { AllowList, Constructor } from '../pickle/machine.ts';
import { asCounts } from '../pickle/numpy.ts';
import { elementCount } from '../pickle/numpy-decode.ts';
import type { TorchDtype, TorchStorage, TorchTensor } from '../pickle/torch-records.ts';
import { asRecord, describeValue, type PickleValue } from '../pickle/values.ts';

const STORAGE_DTYPES: ReadonlyMap<string, TorchDtype> = new Map([
  ['torch.DoubleStorage', 'float64'],
  ['torch.FloatStorage', 'float32'],
  ['torch.HalfStorage', 'float16'],
  ['torch.BFloat16Storage', 'bfloat16'],
  ['torch.LongStorage', 'int64'],
  ['torch.IntStorage', 'int32'],
  ['torch.ShortStorage', 'int16'],
  ['torch.CharStorage', 'int8'],
  ['torch.ByteStorage', 'uint8'],
  ['torch.BoolStorage', 'bool'],
  ['torch.storage.UntypedStorage', 'uint8'],
]);

const LONGEST_KEY = 64;

/** The fields of the persistent id of a storage. */
export interface StorageId {
  dtype: TorchDtype;
  key: string;
  elements: number;
  /** A storage that is a window of another one: the other's key, offset and elements. */
  view: { key: string; offset: number; elements: number } | null;
}

/** PyTorch's keys are numbers as text; one without end would be copied for every id. */
function isStorageKey(key: PickleValue | undefined): key is string {
  return typeof key === 'string' && key.length <= LONGEST_KEY;
}

/** Reads `('storage', torch.FloatStorage, key, location, elements[, view])`. The location is ignored. */
export function parseStorageId(id: PickleValue, place: Place): StorageId {
  const items = asRecord(id, 'tuple')?.items ?? [];
  const [tag, type, key, , elements, view] = items;
  if (tag !== 'storage') {
    throw unsupportedPickle(place, `a persistent id of ${describeValue(tag)}`, 'a storage');
  }
  const dtype = STORAGE_DTYPES.get(asRecord(type, 'global')?.name ?? '');
  if (!dtype || !isStorageKey(key) || !asCounts([elements])) {
    throw corruptPickle(place, 'an odd storage id', "('storage', type, key, location, elements)");
  }
  const parts = asRecord(view, 'tuple')?.items;
  if (!parts) return { dtype, key, elements: elements as number, view: null };
  const counts = parts.length === 3 ? asCounts([parts[1], parts[2]]) : null;
  if (!isStorageKey(parts[0]) || !counts) {
    throw corruptPickle(place, 'an odd storage view', '(key, offset, elements)');
  }
  return {
    dtype,
    key,
    elements: elements as number,
    view: { key: parts[0], offset: counts[0], elements: counts[1] },
  };
}

function makeTensorRecord(
  storage: TorchStorage,
  offset: number,
  shape: number[],
  stride: number[],
  place: Place,
): TorchTensor {
  const count = elementCount(shape);
  const last = shape.reduce((sum, side, axis) => sum + (side - 1) * stride[axis], offset);
  // A view that repeats elements could claim any size; official files have none.
  if (count > storage.elements || (count > 0 && last >= storage.elements)) {
    throw corruptPickle(
      place,
      `a tensor of shape [${shape}] at offset ${offset}`,
      `a view inside its storage of ${storage.elements} elements`,
    );
  }
  return { kind: 'tensor', storage, offset, shape, stride };
}

/** `torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks)`. */
const rebuildTensor: Constructor = (args, place) => {
  const storage = asRecord(args[0], 'storage');
  const offset = asCounts([args[1] ?? null]);
  const shape = asCounts(args[2]);
  const stride = asCounts(args[3]);
  if (!storage || !offset || !shape || stride?.length !== shape?.length || !stride) {
    throw corruptPickle(place, 'an odd tensor', 'a storage, an offset, a size and strides');
  }
  return makeTensorRecord(storage, offset[0], shape, stride, place);
};

/** `torch._utils._rebuild_parameter(tensor, requires_grad, hooks)` is its tensor. */
const rebuildParameter: Constructor = (args, place) => {
  const tensor = asRecord(args[0], 'tensor');
  if (!tensor) throw corruptPickle(place, describeValue(args[0]), 'a tensor');
  return tensor;
};

/** `torch.Size(tuple)` is its tuple. */
const makeSize: Constructor = (args, place) => {
  const counts = asCounts(args[0]);
  if (!counts) throw corruptPickle(place, describeValue(args[0]), 'a size');
  return { kind: 'tuple', items: counts };
};

/** What a `torch.save` file may name. */
export const TORCH_GLOBALS: AllowList = new Map<string, Constructor | null>([
  ...DATA_GLOBALS,
  ...[...STORAGE_DTYPES.keys()].map((name): [string, null] => [name, null]),
  ['torch._utils._rebuild_tensor_v2', rebuildTensor],
  ['torch._utils._rebuild_tensor', rebuildTensor],
  ['torch._utils._rebuild_parameter', rebuildParameter],
  ['torch.Size', makeSize],
]);
