import { zipSync } from 'fflate';
import { bytesSource } from '../byte-source.ts';
import { openNpz } from '../npz.ts';
import { npyOfNumbers } from '../write-npy.ts';

/** An array of a reference, in C order. */
export interface ReferenceArray {
  shape: number[];
  data: ArrayLike<number>;
}

/** The arrays of a reference by name. */
export interface ReferenceArrays {
  /** @throws CytoForgeError `missing-tensor`, `unsupported`, `corrupt`. */
  numbers(name: string): ReferenceArray;
}

/** The oldest time that a ZIP can say: the same arrays give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

function isSmall({ data }: ReferenceArray): boolean {
  return Array.prototype.every.call(data, (value) => value >= 0 && value <= 255);
}

/** Arrays of whole numbers as a compressed `.npz`: bytes where all fit, else 32-bit integers. */
export function writeReferenceArrays(
  arrays: ReadonlyMap<string, ReferenceArray>,
): Uint8Array<ArrayBuffer> {
  const files = [...arrays].map(([name, array]) => {
    const data = isSmall(array) ? Uint8Array.from(array.data) : Int32Array.from(array.data);
    return [`${name}.npy`, npyOfNumbers(array.shape, data)] as const;
  });
  const zip = zipSync(Object.fromEntries(files), { level: 9, mtime: NO_TIME });
  return new Uint8Array(zip);
}

/** Opens the bytes of a `reference.npz`. @throws CytoForgeError as `openNpz`. */
export function openReferenceArrays(bytes: Uint8Array): ReferenceArrays {
  return openNpz(bytesSource('reference.npz', bytes));
}
