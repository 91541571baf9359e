import type { BundleSink } from './shard-writer.ts';

/** The two files of a bundle's references. */
export interface ReferenceFiles {
  /** Text of `reference.json`. */
  cases: string;
  /** Bytes of `reference.npz`. */
  arrays: Uint8Array<ArrayBuffer>;
}

/** What they are called. */
export const REFERENCE_NAMES = { cases: 'reference.json', arrays: 'reference.npz' } as const;

/** Larger ones are left behind when a bundle is copied: they would be fetched and tested for minutes. */
export const LARGEST_REFERENCE = 4 * 1024 * 1024;

/** Writes the references of a bundle. */
export async function writeReference(
  sink: BundleSink,
  { cases, arrays }: ReferenceFiles,
): Promise<void> {
  await sink.writeFile(REFERENCE_NAMES.cases, new TextEncoder().encode(cases));
  await sink.writeFile(REFERENCE_NAMES.arrays, arrays);
}
