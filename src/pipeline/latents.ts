import { npyOfNumbers, npzOfArrays } from '../checkpoints/write-npy.ts';

/** The w of one sample, as the synthesis is given them: `[numWs, wDim]`. */
export interface Latents {
  numWs: number;
  wDim: number;
  data: Float32Array;
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
