import type { MappingConfig } from '../checkpoints/bundle/manifest.ts';
import type { ByteSource } from '../checkpoints/byte-source.ts';
import { isNpy, type NpyNumbers, readNpy } from '../checkpoints/npy.ts';
import { openNpz } from '../checkpoints/npz.ts';
import { npyOfNumbers, npzOfArrays } from '../checkpoints/write-npy.ts';
import { CytoForgeError } from '../errors.ts';

/** The w of one sample, as the synthesis is given them: `[numWs, wDim]`. */
export interface Latents {
  numWs: number;
  wDim: number;
  data: Float32Array;
}

/** The w of a file, and the seeds they came from where it says so. */
export interface LatentsFile {
  latents: Latents[];
  seeds: number[] | null;
}

function stacked(latents: readonly Latents[]): { shape: number[]; data: Float32Array } {
  const [{ numWs, wDim }] = latents;
  const data = new Float32Array(latents.length * numWs * wDim);
  for (const [at, each] of latents.entries()) data.set(each.data, at * numWs * wDim);
  return { shape: [latents.length, numWs, wDim], data };
}

/** The w of one model's samples as `.npy`, float32 `[N, numWs, wDim]`. */
export function latentsNpy(latents: readonly Latents[]): Uint8Array<ArrayBuffer> {
  const { shape, data } = stacked(latents);
  return npyOfNumbers(shape, data);
}

/**
 * The w of one model's samples as `.npz`: `w` float32 `[N, numWs, wDim]`, the name that StyleGAN2's projector gives
 * them, and `seeds` int64 `[N]`.
 */
export function latentsNpz(
  latents: readonly Latents[],
  seeds: readonly number[],
): Promise<Uint8Array<ArrayBuffer>> {
  return npzOfArrays(
    new Map([
      ['w', latentsNpy(latents)],
      ['seeds', npyOfNumbers([seeds.length], BigInt64Array.from(seeds, BigInt))],
    ]),
  );
}

function numbersOf(source: ByteSource): { w: NpyNumbers; seeds: number[] | null } {
  if (isNpy(source)) {
    const array = readNpy(source);
    if (array.kind === 'numbers') return { w: array, seeds: null };
    throw new CytoForgeError('unsupported', `${source.name} holds no numbers.`, {
      found: `an array of ${array.kind}`,
      expected: 'w as numbers',
    });
  }
  const archive = openNpz(source);
  const seeds = archive.names().includes('seeds') ? archive.numbers('seeds').data : null;
  return { w: archive.numbers('w'), seeds: seeds && Array.from(seeds, Number) };
}

/**
 * Reads w from a `.npz` (array `w`, and `seeds` if it is there) or a `.npy`.
 * @throws CytoForgeError `bad-option` when they are not `[N, numWs, wDim]` or `[numWs, wDim]` of the model, or one is
 * not finite; what the readers throw.
 */
export function readLatents(source: ByteSource, { numWs, wDim }: MappingConfig): LatentsFile {
  const { w, seeds } = numbersOf(source);
  const [rows, columns] = w.shape.slice(-2);
  const n = w.shape.length === 2 ? 1 : w.shape[0];
  const fits = [2, 3].includes(w.shape.length) && rows === numWs && columns === wDim;
  const refuse = (found: string, expected: string) =>
    new CytoForgeError('bad-option', 'The w cannot be drawn with this model.', {
      where: source.name,
      found,
      expected,
      hint: 'Choose the mask model that they were saved with.',
    });
  if (!fits || n === 0) throw refuse(`shape [${w.shape}]`, `[N, ${numWs}, ${wDim}]`);
  const data = Float32Array.from(w.data);
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw refuse(`${data[wrong]} at ${wrong}`, 'finite numbers');
  const size = numWs * wDim;
  const latents = Array.from({ length: n }, (_, at) => ({
    numWs,
    wDim,
    data: data.slice(at * size, (at + 1) * size),
  }));
  return { latents, seeds: seeds?.length === n ? seeds : null };
}
