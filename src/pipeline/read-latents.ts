import type { MappingConfig } from '../checkpoints/bundle/manifest.ts';
import type { ByteSource } from '../checkpoints/byte-source.ts';
import { isNpy, type NpyNumbers, readNpy } from '../checkpoints/npy.ts';
import { openNpz } from '../checkpoints/npz.ts';
import { CytoForgeError } from '../errors.ts';
import type { Latents } from './latents.ts';

/** The w of a file, and the seeds they came from where it says so. */
export interface LatentsFile {
  latents: Latents[];
  seeds: number[] | null;
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
