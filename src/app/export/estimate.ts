import { CytoForgeError } from '../../errors.ts';
import type { SizeRecipe } from '../../pipeline/recipe.ts';
import { MOST_SEEDS, parseSeedRanges } from '../../pipeline/seed-ranges.ts';

/** Bytes per pixel as PNG, by what typical samples take: flat masks and labels, noisy images. */
const BYTES_PER_PIXEL = { mask: 0.02, labels: 0.04, image: 0.5 };
/** Recipe, COCO entries and ZIP headers of one sample. */
const BYTES_PER_SAMPLE = 2500;

/** How many seeds a text names, or why it names none. */
export function countSeeds(
  text: string,
):
  | { count: number; problem: null }
  | { count: 0; problem: 'invalid' | 'too-many'; found?: string } {
  try {
    return { count: parseSeedRanges(text).length, problem: null };
  } catch (error) {
    const details = error instanceof CytoForgeError ? error.details : {};
    const tooMany = details.expected?.includes(String(MOST_SEEDS)) ?? false;
    return { count: 0, problem: tooMany ? 'too-many' : 'invalid', found: details.found };
  }
}

/** Size of the ZIP in bytes, roughly. */
export function estimateBytes(samples: number, size: SizeRecipe, withImages: boolean): number {
  const perPixel =
    BYTES_PER_PIXEL.mask + BYTES_PER_PIXEL.labels + (withImages ? BYTES_PER_PIXEL.image : 0);
  return samples * (BYTES_PER_SAMPLE + perPixel * size.width * size.height);
}

/** A file name that ends in `.zip` and holds nothing a file system refuses; empty when nothing is left. */
export function zipFileName(text: string): string {
  const name = text
    .replace(/[\\/:*?"<>|]/g, '-')
    .trim()
    .replace(/\.zip$/i, '')
    .replace(/^\.+/, '');
  return name === '' ? '' : `${name}.zip`;
}
