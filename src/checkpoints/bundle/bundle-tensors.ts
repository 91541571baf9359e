import { CytoForgeError } from '../../errors.ts';
import { decodeHalves } from '../half.ts';
import type { NamedTensor, TensorSource } from '../tensor-source.ts';
import type { ModelManifest, WeightEntry, WeightGroup } from './manifest.ts';

interface PlacedWeight {
  entry: WeightEntry;
  /** Byte offset within the group's shards laid end to end. */
  offset: number;
  shards: ArrayBuffer[];
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
  shards: ArrayBuffer[],
  all: Map<string, PlacedWeight>,
): void {
  let offset = 0;
  for (const entry of group.weights) {
    all.set(entry.name, { entry, offset, shards });
    offset += weightBytes(entry);
  }
  const size = shards.reduce((sum, shard) => sum + shard.byteLength, 0);
  if (size === offset) return;
  throw new CytoForgeError(size < offset ? 'truncated' : 'corrupt', 'The weights are not whole.', {
    where: group.paths.join(', '),
    found: `${size} bytes`,
    expected: `${offset} bytes`,
    hint: 'Convert or download the model again.',
  });
}

function copyRange(shards: ArrayBuffer[], offset: number, length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  let start = 0;
  for (const shard of shards) {
    const from = Math.max(offset, start);
    const to = Math.min(offset + length, start + shard.byteLength);
    if (from < to) bytes.set(new Uint8Array(shard, from - start, to - from), from - offset);
    start += shard.byteLength;
  }
  return bytes.buffer;
}

function decode({ entry, offset, shards }: PlacedWeight): NamedTensor {
  const buffer = copyRange(shards, offset, weightBytes(entry));
  const data = entry.quantization
    ? decodeHalves(new Uint16Array(buffer))
    : new Float32Array(buffer);
  return { shape: entry.shape, data };
}

/**
 * The weights of a bundle as float32, decoded one at a time.
 * @param shards the files of `shardPaths(manifest)`, in that order.
 * @throws CytoForgeError `truncated` or `corrupt` when their sizes are not those of the manifest.
 */
export function bundleTensors(manifest: ModelManifest, shards: ArrayBuffer[]): TensorSource {
  const weights = new Map<string, PlacedWeight>();
  let next = 0;
  for (const group of manifest.weightsManifest) {
    const own = shards.slice(next, next + group.paths.length);
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
