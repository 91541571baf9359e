import { createHash } from 'node:crypto';
import type { AnnotatedImage } from '../training/data/annotated-image.ts';
import { readAnnotatedSet } from '../training/data/read-annotated-set.ts';
import { openToolSource } from './tool-source.ts';

/** Images with truth, and exactly which. */
export interface TrainingSet {
  images: AnnotatedImage[];
  /** SHA-256 and path of every file that was read, a line each, sorted by path (`sha256sum`'s form). */
  list: string;
  /** SHA-256 of the list. */
  sha256: string;
}

/**
 * Reads folders and archives of images with truth.
 * @throws CytoForgeError what opening and reading throw, `cancelled`.
 */
export async function readTrainingSet(
  paths: readonly string[],
  signal: AbortSignal,
): Promise<TrainingSet> {
  const source = await openToolSource(paths);
  try {
    const hashes = new Map<string, string>();
    const files = new Map(source.files.map((file) => [file.path, file]));
    const images = await readAnnotatedSet(
      {
        name: paths.join(', '),
        names: [...files.keys()],
        async read(path) {
          const bytes = (await files.get(path)?.read()) ?? new Uint8Array();
          hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
          return bytes;
        },
      },
      signal,
    );
    const sorted = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
    const list = sorted.map(([path, hash]) => `${hash}  ${path}\n`).join('');
    return { images, list, sha256: createHash('sha256').update(list).digest('hex') };
  } finally {
    source.close();
  }
}
