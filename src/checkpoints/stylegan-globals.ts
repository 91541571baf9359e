import { sliceSource } from './byte-source.ts';
import { corruptPickle } from './pickle/fault.ts';
import type { AllowList, Constructor } from './pickle/machine.ts';
import { asRecord, describeValue } from './pickle/values.ts';
import { TORCH_GLOBALS } from './torch/constructors.ts';
import { readLegacyStream } from './torch/legacy.ts';

/** An embedded storage's header is some 300 bytes; reading further ahead would read its data twice. */
const STORAGE_READ_AHEAD = 512;

/**
 * `torch.storage._load_from_bytes(bytes)`: the bytes are a legacy `torch.save` stream of one storage. Its
 * own allow-list does not have this constructor, so streams cannot nest.
 */
const loadStorage: Constructor = (args, place) => {
  const bytes = asRecord(args[0], 'bytes');
  if (!bytes) throw corruptPickle(place, describeValue(args[0]), 'the bytes of a storage');
  const name = `${bytes.source.name} (storage at byte ${bytes.offset})`;
  const stream = sliceSource(bytes.source, bytes.offset, bytes.length, name);
  return readLegacyStream(stream, STORAGE_READ_AHEAD, place.budget);
};

/** `torch_utils.persistence._reconstruct_persistent_obj(meta)`: kept as data; its source text is dropped. */
const makePersistent: Constructor = (args, place) => {
  const meta = asRecord(args[0], 'dict')?.entries;
  if (!meta?.has('class_name') || !meta.has('state')) {
    throw corruptPickle(place, describeValue(args[0]), 'a persistent object');
  }
  return {
    kind: 'persistent',
    type: meta.get('type') ?? null,
    version: meta.get('version') ?? null,
    className: meta.get('class_name') ?? null,
    state: meta.get('state') ?? null,
  };
};

/** What a StyleGAN snapshot may name (spec A.11). */
export const SNAPSHOT_GLOBALS: AllowList = new Map([
  ...TORCH_GLOBALS,
  ['torch_utils.persistence._reconstruct_persistent_obj', makePersistent],
  ['torch.storage._load_from_bytes', loadStorage],
]);
