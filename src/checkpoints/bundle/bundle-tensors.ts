import { CytoForgeError } from '../../errors.ts';
import { blobSource } from '../blob-source.ts';
import { type ByteSource, bytesSource } from '../byte-source.ts';
import { decodeHalvesInto } from '../half.ts';
import type { NamedTensor, TensorSource } from '../tensor-source.ts';
import type { ModelManifest, WeightEntry, WeightGroup } from './manifest.ts';

/** A shard in memory, or a file that is read when its weights are: in workers only, as `blobSource`. */
export type Shard = ArrayBuffer | Blob;

/** Halves read at once: a large weight is not in memory in both forms. */
const MOST_HALVES = 512 * 1024;

interface PlacedWeight {
  entry: WeightEntry;
  /** Byte offset within the group's shards laid end to end. */
  offset: number;
  shards: ByteSource[];
}

/** Bytes that one weight takes in the shards. */
export function weightBytes(entry: WeightEntry): number {
  const count = entry.shape.reduce((product, side) => product * side, 1);
  return count * (entry.quantization ? 2 : 4);
}

/** Shard file names of a bundle, in the order `bundleTensors` wants them. */
export function shardPaths(manifest: ModelManifest): string[] {
  return manifest.weightsManifest.flatMap((group) => group.paths);
}

function placeGroup(
  group: WeightGroup,
  shards: ByteSource[],
  all: Map<string, PlacedWeight>,
): void {
  let offset = 0;
  for (const entry of group.weights) {
    all.set(entry.name, { entry, offset, shards });
    offset += weightBytes(entry);
  }
  const size = shards.reduce((sum, shard) => sum + shard.size, 0);
  if (size === offset) return;
  throw new CytoForgeError(size < offset ? 'truncated' : 'corrupt', 'The weights are not whole.', {
    where: group.paths.join(', '),
    found: `${size} bytes`,
    expected: `${offset} bytes`,
    hint: 'Convert or download the model again.',
  });
}

function sourceOf(shard: Shard, name: string): ByteSource {
  return shard instanceof ArrayBuffer
    ? bytesSource(name, new Uint8Array(shard))
    : blobSource(shard, name);
}

/** Fills `bytes` with what lies at `offset` of the shards laid end to end. */
function readRange(shards: ByteSource[], offset: number, bytes: Uint8Array): void {
  let start = 0;
  for (const shard of shards) {
    const from = Math.max(offset, start);
    const to = Math.min(offset + bytes.length, start + shard.size);
    if (from < to) bytes.set(shard.read(from - start, to - from), from - offset);
    start += shard.size;
  }
}

function decode({ entry, offset, shards }: PlacedWeight): NamedTensor {
  const data = new Float32Array(weightBytes(entry) / (entry.quantization ? 2 : 4));
  if (!entry.quantization) {
    readRange(shards, offset, new Uint8Array(data.buffer));
    return { shape: entry.shape, data };
  }
  const halves = new Uint16Array(Math.min(data.length, MOST_HALVES));
  for (let done = 0; done < data.length; done += halves.length) {
    const some = halves.subarray(0, data.length - done);
    readRange(shards, offset + 2 * done, new Uint8Array(some.buffer, 0, some.byteLength));
    decodeHalvesInto(some, data.subarray(done));
  }
  return { shape: entry.shape, data };
}

/**
 * The weights of a bundle as float32, read and decoded one at a time: shards that are files are never in memory
 * together.
 * @param shards the files of `shardPaths(manifest)`, in that order.
 * @throws CytoForgeError `truncated` or `corrupt` when their sizes are not those of the manifest; reading throws `io`
 *   when a file is gone.
 */
export function bundleTensors(manifest: ModelManifest, shards: readonly Shard[]): TensorSource {
  const weights = new Map<string, PlacedWeight>();
  let next = 0;
  for (const group of manifest.weightsManifest) {
    const own = group.paths.flatMap((path, i) => {
      const shard = shards[next + i];
      return shard ? [sourceOf(shard, path)] : [];
    });
    next += group.paths.length;
    placeGroup(group, own, weights);
  }
  return {
    names: () => [...weights.keys()],
    has: (name) => weights.has(name),
    read: (name) => {
      const placed = weights.get(name);
      if (placed) return decode(placed);
      throw new CytoForgeError('missing-tensor', `The bundle has no tensor ${name}.`, {
        where: name,
        found: `${weights.size} other tensors`,
        expected: name,
        hint: 'Convert the model again.',
      });
    },
  };
}
