import { CytoForgeError } from '../../errors.ts';
import { type ByteSource, sliceSource } from '../byte-source.ts';
import { ByteCursor } from '../pickle/cursor.ts';
import { corruptPickle } from '../pickle/fault.ts';
import { interpretPickle } from '../pickle/interpreter.ts';
import type { TorchStorage } from '../pickle/torch-records.ts';
import type { PickleValue } from '../pickle/values.ts';
import { readZipDirectory, type ZipEntry, zipDataOffset } from '../zip-directory.ts';
import { parseStorageId, TORCH_GLOBALS } from './constructors.ts';
import { DTYPE_BYTES } from './dtypes.ts';

const LARGEST_BYTEORDER = 16;

function storedData(source: ByteSource, entry: ZipEntry): number {
  if (entry.method !== 0 || entry.size !== entry.compressedSize) {
    throw new CytoForgeError('unsupported', `${source.name} is a compressed archive.`, {
      where: entry.name,
      found: `compression method ${entry.method}`,
      expected: 'stored entries, as torch.save writes them',
      hint: 'Unpack and save it again with torch.save.',
    });
  }
  return zipDataOffset(source, entry);
}

function checkByteOrder(source: ByteSource, entry: ZipEntry | undefined): void {
  if (!entry || entry.size > LARGEST_BYTEORDER) return;
  const order = new TextDecoder().decode(source.read(storedData(source, entry), entry.size));
  if (order.trim() !== 'big') return;
  throw new CytoForgeError('unsupported', `${source.name} was saved big-endian.`, {
    where: entry.name,
    found: 'big-endian numbers',
    expected: 'little-endian numbers',
    hint: 'Load and save it again with PyTorch on an ordinary machine.',
  });
}

function findPickle(source: ByteSource, entries: ReadonlyMap<string, ZipEntry>): ZipEntry {
  for (const entry of entries.values()) {
    if (/^[^/]+\/data\.pkl$/.test(entry.name)) return entry;
  }
  throw new CytoForgeError('not-a-checkpoint', `${source.name} is not a PyTorch file.`, {
    where: 'the ZIP directory',
    found: `a ZIP archive of ${entries.size} files`,
    expected: 'an archive with data.pkl in it',
    hint: 'Choose a .pth of torch.save, or the ZIP of a model bundle.',
  });
}

/**
 * Reads `torch.save`'s form since PyTorch 1.6: a ZIP archive of stored entries, `data.pkl` and one entry per
 * storage. Tensor data stays in the file.
 * @returns the saved object; its storages know their place.
 */
export function readTorchZip(source: ByteSource): PickleValue {
  const entries = readZipDirectory(source);
  const pickle = findPickle(source, entries);
  const stem = pickle.name.slice(0, -'/data.pkl'.length);
  checkByteOrder(source, entries.get(`${stem}/byteorder`));
  const name = `${source.name}/data.pkl`;
  const data = sliceSource(source, storedData(source, pickle), pickle.size, name);
  const storages = new Map<string, TorchStorage>();
  return interpretPickle(new ByteCursor(data), TORCH_GLOBALS, (value, place) => {
    const { dtype, key, elements } = parseStorageId(value, place);
    const known = storages.get(key);
    if (known?.dtype === dtype && known.elements === elements) return known;
    if (known) throw corruptPickle(place, `storage ${key} in two ways`, 'one type and size');
    const entry = entries.get(`${stem}/data/${key}`);
    if (entry?.size !== elements * DTYPE_BYTES[dtype]) {
      const found = entry ? `${entry.size} bytes for storage ${key}` : `no entry data/${key}`;
      throw corruptPickle(place, found, `${elements} elements of ${dtype}`);
    }
    const offset = storedData(source, entry);
    const storage: TorchStorage = { kind: 'storage', dtype, elements, data: { source, offset } };
    storages.set(key, storage);
    return storage;
  });
}
