import { CytoForgeError } from '../../errors.ts';
import { assertRange, type ByteSource } from '../byte-source.ts';
import { PickleBudget } from '../pickle/budget.ts';
import { ByteCursor } from '../pickle/cursor.ts';
import { corruptPickle, type Place } from '../pickle/fault.ts';
import { interpretPickle } from '../pickle/interpreter.ts';
import type { PersistentLoad } from '../pickle/machine.ts';
import type { TorchStorage } from '../pickle/torch-records.ts';
import { asRecord, describeValue, type PickleValue } from '../pickle/values.ts';
import { parseStorageId, type StorageId, TORCH_GLOBALS } from './constructors.ts';
import { DTYPE_BYTES } from './dtypes.ts';

const MAGIC = 0x1950a86a20f9469cfc6cn;
const PROTOCOL = 1001;
/** `PROTO 2, LONG1, 10 bytes, magic`: every legacy file begins so. */
const HEAD = [0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

/** Whether a source begins like `torch.save` before PyTorch 1.6. */
export function isLegacyStream(source: ByteSource): boolean {
  if (source.size < HEAD.length) return false;
  const head = source.read(0, HEAD.length);
  return HEAD.every((byte, i) => head[i] === byte);
}

interface PendingStorage {
  storage: TorchStorage;
  id: StorageId;
}

type ReadPickle = (load?: PersistentLoad) => PickleValue;

function readHeader(cursor: ByteCursor, read: ReadPickle): void {
  const place = (): Place => ({ name: cursor.source.name, offset: cursor.offset });
  const magic = read();
  if (magic !== MAGIC) throw corruptPickle(place(), 'another magic number', 'a torch.save file');
  const protocol = read();
  if (protocol !== PROTOCOL) {
    throw corruptPickle(place(), `protocol ${describeValue(protocol)}`, `protocol ${PROTOCOL}`);
  }
  const system = asRecord(read(), 'dict');
  if (!system) throw corruptPickle(place(), 'no system information', 'a dict');
  if (system.entries.get('little_endian') === false) {
    throw new CytoForgeError('unsupported', `${cursor.source.name} was saved big-endian.`, {
      where: `byte ${cursor.offset}`,
      found: 'big-endian numbers',
      expected: 'little-endian numbers',
      hint: 'Load and save it again with PyTorch on an ordinary machine.',
    });
  }
}

function readKeys(cursor: ByteCursor, read: ReadPickle): string[] {
  const offset = cursor.offset;
  const keys = read();
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) {
    throw corruptPickle({ name: cursor.source.name, offset }, describeValue(keys), 'storage keys');
  }
  return keys as string[];
}

function locateStorages(cursor: ByteCursor, read: ReadPickle, pending: PendingStorage[]): void {
  const { source } = cursor;
  const byKey = new Map<string, PendingStorage[]>();
  for (const one of pending) {
    const users = byKey.get(one.id.key);
    if (users) users.push(one);
    else byKey.set(one.id.key, [one]);
  }
  for (const key of readKeys(cursor, read)) {
    const offset = cursor.offset;
    const elements = cursor.length64();
    const users = byKey.get(key);
    if (!users) throw corruptPickle({ name: source.name, offset }, `storage ${key}`, 'a used one');
    for (const { storage, id } of users) {
      if (id.dtype !== users[0].id.dtype) {
        const found = `storage ${key} as ${users[0].id.dtype} and as ${id.dtype}`;
        throw corruptPickle({ name: source.name, offset }, found, 'one element type');
      }
      if (id.elements !== elements) {
        const found = `storage ${key} of ${elements} elements`;
        throw corruptPickle({ name: source.name, offset }, found, `${id.elements} elements`);
      }
      const start = cursor.offset + (id.view?.offset ?? 0) * DTYPE_BYTES[id.dtype];
      storage.data = { source, offset: start };
      assertRange(source, start, storage.elements * DTYPE_BYTES[id.dtype]);
    }
    cursor.skip(elements * DTYPE_BYTES[users[0].id.dtype]);
    byKey.delete(key);
  }
  const [lost] = byKey.keys();
  if (lost !== undefined) {
    const place = { name: source.name, offset: cursor.offset };
    throw corruptPickle(place, `no data for storage ${lost}`, 'data for every storage');
  }
}

function knownStorage(known: PendingStorage, id: StorageId, place: Place): TorchStorage {
  const [a, b] = [known.id, id];
  const same =
    a.dtype === b.dtype &&
    a.elements === b.elements &&
    a.view?.offset === b.view?.offset &&
    a.view?.elements === b.view?.elements;
  if (same) return known.storage;
  throw corruptPickle(place, `storage ${id.key} in two ways`, 'one type and size');
}

function makeStorage(id: StorageId, place: Place): TorchStorage {
  if (id.view && id.view.offset + id.view.elements > id.elements) {
    throw corruptPickle(place, 'a storage view beyond its storage', `${id.elements} elements`);
  }
  const elements = id.view?.elements ?? id.elements;
  return { kind: 'storage', dtype: id.dtype, elements, data: null };
}

/**
 * Reads `torch.save`'s older form: magic, protocol and system pickles, the object, the storage keys, then
 * the storages one after the other. Tensor data stays in the file.
 * @param budget Of the file that the stream is in.
 * @returns the saved object; its storages know their place.
 */
export function readLegacyStream(
  source: ByteSource,
  readAhead?: number,
  budget = new PickleBudget(),
): PickleValue {
  const cursor = new ByteCursor(source, 0, readAhead);
  const read: ReadPickle = (load) => interpretPickle(cursor, TORCH_GLOBALS, load, budget);
  const pending = new Map<string, PendingStorage>();
  readHeader(cursor, read);
  const root = read((value, place) => {
    const id = parseStorageId(value, place);
    const name = id.view ? `${id.key}/${id.view.key}` : id.key;
    const known = pending.get(name);
    if (known) return knownStorage(known, id, place);
    const storage = makeStorage(id, place);
    pending.set(name, { storage, id });
    return storage;
  });
  locateStorages(cursor, read, [...pending.values()]);
  return root;
}
