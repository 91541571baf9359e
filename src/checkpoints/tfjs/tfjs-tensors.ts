import { CytoForgeError } from '../../errors.ts';
import type { ByteSource } from '../byte-source.ts';
import { decodeHalves } from '../half.ts';
import type { NamedTensor, TensorSource } from '../tensor-source.ts';
import type { TfjsGroup, TfjsManifest, TfjsWeight } from './tfjs-manifest.ts';

const BYTES = { float32: 4, int32: 4, bool: 1, uint8: 1, complex64: 8, uint16: 2, float16: 2 };

interface PlacedWeight {
  weight: TfjsWeight;
  offset: number;
  shards: ByteSource[];
}

function countOf({ shape }: TfjsWeight): number {
  return shape.reduce((product, side) => product * side, 1);
}

function bytesOf(weight: TfjsWeight): number {
  return countOf(weight) * BYTES[weight.quantization?.dtype ?? weight.dtype];
}

/** `length` bytes at `offset` of the shards laid end to end, in memory of their own. */
function readRange(shards: ByteSource[], offset: number, length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  let start = 0;
  for (const shard of shards) {
    const from = Math.max(offset, start);
    const to = Math.min(offset + length, start + shard.size);
    if (from < to) bytes.set(shard.read(from - start, to - from), from - offset);
    start += shard.size;
  }
  return bytes.buffer;
}

function decode({ weight, offset, shards }: PlacedWeight): NamedTensor {
  const { shape, quantization } = weight;
  const buffer = readRange(shards, offset, bytesOf(weight));
  if (!quantization) return { shape, data: new Float32Array(buffer) };
  if (quantization.dtype === 'float16') {
    return { shape, data: decodeHalves(new Uint16Array(buffer)) };
  }
  const { scale, min } = quantization;
  const steps = quantization.dtype === 'uint8' ? new Uint8Array(buffer) : new Uint16Array(buffer);
  return { shape, data: Float32Array.from(steps, (step) => step * scale + min) };
}

function placeGroup(
  { paths, weights }: TfjsGroup,
  shards: ByteSource[],
  all: Map<string, PlacedWeight>,
): void {
  let offset = 0;
  for (const weight of weights) {
    // What is not float32 are shapes and axes of the graph, no weights of layers.
    if (weight.dtype === 'float32') all.set(weight.name, { weight, offset, shards });
    offset += bytesOf(weight);
  }
  const size = shards.reduce((sum, shard) => sum + shard.size, 0);
  if (size === offset) return;
  throw new CytoForgeError(size < offset ? 'truncated' : 'corrupt', 'The weights are not whole.', {
    where: paths.join(', '),
    found: `${size} bytes`,
    expected: `${offset} bytes`,
    hint: 'Convert or download the model again.',
  });
}

/**
 * The float weights of a TensorFlow.js model under the names of its file, decoded from 32, 16 or 8 bits one at a time.
 * @param shards the files that the manifest's groups name, in order.
 * @throws CytoForgeError `truncated` or `corrupt` when their sizes are not those of the manifest.
 */
export function tfjsTensors(manifest: TfjsManifest, shards: readonly ByteSource[]): TensorSource {
  const placed = new Map<string, PlacedWeight>();
  let next = 0;
  for (const group of manifest.groups) {
    placeGroup(group, shards.slice(next, next + group.paths.length), placed);
    next += group.paths.length;
  }
  return {
    names: () => [...placed.keys()],
    has: (name) => placed.has(name),
    read(name) {
      const found = placed.get(name);
      if (found) return decode(found);
      throw new CytoForgeError('missing-tensor', `The model has no tensor ${name}.`, {
        where: name,
        found: `${placed.size} other tensors`,
        expected: name,
      });
    },
  };
}

/** Shapes of a manifest's float weights by name, without their data. */
export function tfjsShapes(manifest: TfjsManifest): Map<string, readonly number[]> {
  const weights = manifest.groups.flatMap((group) => group.weights);
  const floats = weights.filter(({ dtype }) => dtype === 'float32');
  return new Map(floats.map(({ name, shape }) => [name, shape]));
}
