import { badImage } from '../../imaging/bad-image.ts';
import { type Box, centreBox, cropImage, isInside } from '../../imaging/crop-image.ts';
import type { LevelImage } from '../../imaging/level-image.ts';
import { tileBoxes } from '../../imaging/tile-boxes.ts';
import { asPng, withIndex } from './picture-path.ts';
import type { PictureSet } from './picture-set.ts';
import type { CropStep } from './tool-step.ts';
import { type ToolWork, unitPerFile } from './tool-work.ts';

function cropOfBox(image: LevelImage, box: Box, path: string): LevelImage {
  if (isInside(box, image)) return cropImage(image, box);
  throw badImage('The crop does not fit in the image.', {
    where: path,
    found: `${image.width} × ${image.height}`,
    expected: `at least ${Math.max(0, box.x) + box.width} × ${Math.max(0, box.y) + box.height}`,
  });
}

/** A part of every picture, or tiles named `{stem}_{row}_{column}`: the same boxes for pictures of the same size. */
export function prepareCrop(step: CropStep, { files }: PictureSet): ToolWork {
  const { how, x, y, width, height } = step;
  return {
    units: unitPerFile(files),
    filesPerUnit: () => (how === 'tiles' ? null : 1),
    async process({ files: [file] }, read) {
      const { path, role, image } = await read(file);
      if (how !== 'tiles') {
        const box = how === 'centre' ? centreBox(image, step) : { x, y, width, height };
        const cropped = cropOfBox(image, box, path);
        return { files: [{ path: asPng(path), role, make: () => cropped }] };
      }
      const tiles = tileBoxes(image, { width, height }, step.overlap, step.edge);
      if (tiles.length === 0) {
        cropOfBox(image, { x: 0, y: 0, width, height }, path);
      }
      return {
        files: tiles.map(({ row, column, box }) => ({
          path: withIndex(path, `${row}_${column}`),
          role,
          make: () => cropImage(image, box),
        })),
        notes: tiles.map(({ box }) => ({ ...box })),
      };
    },
  };
}
