import { crc32 } from '../../checkpoints/crc32.ts';
import { badImage } from '../../imaging/bad-image.ts';
import { changeLevels } from '../../imaging/change-levels.ts';
import { flipImage } from '../../imaging/flip-image.ts';
import type { LevelImage } from '../../imaging/level-image.ts';
import { rotateImage } from '../../imaging/rotate-image.ts';
import { RandomState } from '../../random/random-state.ts';
import type { Picture } from './picture.ts';
import { type PictureRole, withIndex } from './picture-path.ts';
import type { PictureSet } from './picture-set.ts';
import type { AugmentStep } from './tool-step.ts';
import { type ToolWork, unitPerGroup } from './tool-work.ts';

/** What is done to all pictures of one copy; gain and offset to images alone. */
export interface Augmentation {
  flipHorizontal: boolean;
  flipVertical: boolean;
  degrees: number;
  gain: number;
  offset: number;
}

/**
 * Draws the augmentation of one copy. It depends on the seed, the pair's key and the copy's number alone, so that a
 * preview is what the run makes, and one bad file changes no other.
 */
export function drawAugmentation(step: AugmentStep, key: string, copy: number): Augmentation {
  const words = new TextEncoder().encode(JSON.stringify([step.seed, key, copy]));
  const random = new RandomState(crc32(words));
  const whole = ([least, largest]: readonly [number, number]) => random.randint(least, largest + 1);
  return {
    flipHorizontal: random.rand() < step.flipHorizontal,
    flipVertical: random.rand() < step.flipVertical,
    degrees: whole(step.rotation),
    gain: random.uniform(...step.gain),
    offset: whole(step.offset),
  };
}

/** One picture of a copy: flips, rotation about the centre, then, of an image, gain and offset. */
export function augmentImage(
  image: LevelImage,
  role: PictureRole,
  { flipHorizontal, flipVertical, degrees, gain, offset }: Augmentation,
): LevelImage {
  let made = image;
  if (flipHorizontal) made = flipImage(made, 'horizontal');
  if (flipVertical) made = flipImage(made, 'vertical');
  if (degrees !== 0) made = rotateImage(made, degrees, role === 'image' ? 'bilinear' : 'nearest');
  return role === 'image' ? changeLevels(made, gain, offset) : made;
}

/** @throws CytoForgeError `bad-image` when pictures of a pair differ in size: they could not turn alike. */
export function checkSameSize([first, ...rest]: readonly Picture[]): void {
  for (const { path, image } of rest) {
    if (image.width === first.image.width && image.height === first.image.height) continue;
    throw badImage('The pictures of a pair differ in size.', {
      where: path,
      found: `${image.width} × ${image.height}`,
      expected: `${first.image.width} × ${first.image.height}, as ${first.path}`,
    });
  }
}

/** `copies` of every pair, named `{stem}_{copy}`. */
export function prepareAugment(step: AugmentStep, set: PictureSet): ToolWork {
  return {
    units: unitPerGroup(set),
    filesPerUnit: ({ files }) => step.copies * files.length,
    async process({ key, files }, read) {
      const pictures = await Promise.all(files.map(read));
      checkSameSize(pictures);
      const draws = Array.from({ length: step.copies }, (_, copy) =>
        drawAugmentation(step, key, copy),
      );
      return {
        files: draws.flatMap((drawn, copy) =>
          pictures.map(({ path, role, image }) => ({
            path: withIndex(path, String(copy)),
            role,
            make: () => augmentImage(image, role, drawn),
          })),
        ),
        notes: draws.map((drawn) => ({ ...drawn })),
      };
    },
  };
}
