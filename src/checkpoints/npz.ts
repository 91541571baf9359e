import { CytoForgeError } from '../errors.ts';
import { type ByteSource, bytesSource } from './byte-source.ts';
import { type NpyArray, type NpyNumbers, readNpy } from './npy.ts';
import { readZipDirectory } from './zip-directory.ts';
import { checkUnpackedSize, readZipEntry } from './zip-read.ts';

/** The arrays of a `.npz` archive, unpacked one at a time. */
export interface NpzFile {
  /** Array names, without `.npy`. */
  names(): string[];
  /** @throws CytoForgeError `missing-tensor` when there is none of that name. */
  read(name: string): NpyArray;
  /** Like `read`, for arrays of numbers. @throws CytoForgeError `unsupported` for others. */
  numbers(name: string): NpyNumbers;
}

/**
 * Opens a `.npz` archive (`numpy.savez`, stored or deflated).
 * @throws CytoForgeError `truncated`, `corrupt`, `refused-archive`.
 */
export function openNpz(source: ByteSource): NpzFile {
  const entries = readZipDirectory(source);
  checkUnpackedSize(source, entries.values());
  const read = (name: string): NpyArray => {
    const entry = entries.get(`${name}.npy`);
    if (!entry) {
      throw new CytoForgeError('missing-tensor', `${source.name} has no array ${name}.`, {
        where: name,
        found: `${entries.size} other entries`,
        expected: `${name}.npy`,
        hint: 'The archive is of something else, or incomplete.',
      });
    }
    return readNpy(bytesSource(`${source.name}/${entry.name}`, readZipEntry(source, entry)));
  };
  return {
    names: () => [...entries.keys()].map((name) => name.replace(/\.npy$/, '')),
    read,
    numbers: (name) => {
      const array = read(name);
      if (array.kind === 'numbers') return array;
      throw new CytoForgeError('unsupported', `${name} holds no numbers.`, {
        where: name,
        found: `an array of ${array.kind}`,
        expected: 'an array of numbers',
        hint: 'Save it again with a numeric dtype.',
      });
    },
  };
}
