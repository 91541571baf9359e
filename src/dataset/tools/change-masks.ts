import { binarise } from '../../imaging/binarise.ts';
import type { ByteImage } from '../../imaging/image.ts';
import type { LevelImage } from '../../imaging/level-image.ts';
import { markHoles } from '../../imaging/mark-holes.ts';
import { otsuThreshold } from '../../imaging/otsu-threshold.ts';
import { toGrey } from '../../imaging/to-grey.ts';
import { rolesActedOn } from './acts-on.ts';
import { asPng } from './picture-path.ts';
import type { PictureSet } from './picture-set.ts';
import type { FloodStep, ThresholdStep } from './tool-step.ts';
import { type ToolWork, unitPerFile } from './tool-work.ts';

/** Bytes as they are; of 16-bit ids, where objects are. */
function bytesOf(image: LevelImage): ByteImage {
  if (image.data instanceof Uint8Array) return image as ByteImage;
  return { ...image, data: Uint8Array.from(image.data, (id) => (id === 0 ? 0 : 255)) };
}

function thresholded(image: LevelImage, { level }: ThresholdStep): { made: ByteImage; at: number } {
  const bytes = bytesOf(image);
  const at = level === 'otsu' ? otsuThreshold(bytes) + 1 : level;
  return { made: binarise(bytes, at), at };
}

/** Everything but 0 is object where nothing is as bright as `foreground`. */
function flooded(image: LevelImage, { level, foreground, smallest }: FloodStep): ByteImage {
  const grey = toGrey(bytesOf(image));
  const isBright = grey.data.some((value) => value >= foreground);
  return markHoles(binarise(grey, isBright ? foreground : 1), level, smallest);
}

/** Threshold and flood: a file for each file; those of the other kind are copied. */
export function prepareMaskChange(
  step: ThresholdStep | FloodStep,
  { files }: PictureSet,
): ToolWork {
  const roles = rolesActedOn(step.on, files);
  return {
    units: unitPerFile(files).map((unit) => ({ ...unit, copies: !roles.has(unit.files[0].role) })),
    filesPerUnit: () => 1,
    async process({ files: [file], copies }, read) {
      if (copies) return { files: [{ path: file.path, copyOf: file }] };
      const { image } = await read(file);
      const path = asPng(file.path);
      if (step.tool === 'flood') {
        return { files: [{ path, role: 'mask', make: () => flooded(image, step) }] };
      }
      const { made, at } = thresholded(image, step);
      return { files: [{ path, role: 'mask', make: () => made }], notes: [{ threshold: at }] };
    },
  };
}
