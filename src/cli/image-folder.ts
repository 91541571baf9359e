import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { CytoForgeError } from '../errors.ts';
import { isImageName } from '../imaging/image-format.ts';
import { readError } from './io-error.ts';

/**
 * The images of a folder and of those in it, sorted by path as the original sorts them.
 * @throws CytoForgeError `io` when it cannot be read; `bad-option` when there are none.
 */
export async function imagesOfFolder(folder: string, option: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((cause) => {
    throw readError(folder, cause);
  });
  const images = names.filter(isImageName).map((name) => join(folder, name));
  if (images.length > 0) return images.sort((a, b) => (a < b ? -1 : 1));
  throw new CytoForgeError('bad-option', `${option} has no images.`, {
    where: folder,
    found: `${names.length} other files`,
    expected: '.png, .jpg or .tiff files',
  });
}

/**
 * The images of another folder, one for each of `images`: paired in the order of their paths, as in the original.
 * @throws CytoForgeError `bad-option` when there are more or fewer.
 */
export async function partnersOf(
  images: readonly string[],
  folder: string | undefined,
  option: string,
): Promise<(string | null)[]> {
  if (folder === undefined) return images.map(() => null);
  const partners = await imagesOfFolder(folder, option);
  if (partners.length === images.length) return partners;
  throw new CytoForgeError('bad-option', `${option} does not go with the other images.`, {
    where: folder,
    found: `${partners.length} images`,
    expected: `${images.length}, one for each, in the same order`,
  });
}

/** A file's name without its extension. */
export function stemOf(path: string): string {
  return basename(path, extname(path));
}
