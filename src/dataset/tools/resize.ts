import { resizeLevels } from '../../imaging/resize-levels.ts';
import { asPng } from './picture-path.ts';
import type { PictureSet } from './picture-set.ts';
import type { ResizeStep } from './tool-step.ts';
import { type ToolWork, unitPerFile } from './tool-work.ts';

/** The size that a picture gets; with `keepAspect` at least one pixel a side. */
export function sizeAfter(
  from: { width: number; height: number },
  { width, height, keepAspect }: ResizeStep,
): { width: number; height: number } {
  if (!keepAspect) return { width, height };
  const scale = Math.min(width / from.width, height / from.height);
  return {
    width: Math.max(1, Math.round(from.width * scale)),
    height: Math.max(1, Math.round(from.height * scale)),
  };
}

/** Every picture in another size: masks by the nearest pixel, images by the chosen filter. */
export function prepareResize(step: ResizeStep, { files }: PictureSet): ToolWork {
  return {
    units: unitPerFile(files),
    filesPerUnit: () => 1,
    async process({ files: [file] }, read) {
      const { path, role, image } = await read(file);
      const { width, height } = sizeAfter(image, step);
      const resampling = role === 'image' ? step.resampling : 'nearest';
      const resized = resizeLevels(image, width, height, resampling);
      return { files: [{ path: asPng(path), role, make: () => resized }] };
    },
  };
}
