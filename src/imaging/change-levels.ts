import { blankLike, type LevelImage } from './level-image.ts';

/**
 * Every level times `gain` plus `offset`, rounded and held within the levels of the image's depth.
 * @param offset In levels of 8 bits; 16-bit images get 257 times as much.
 */
export function changeLevels(image: LevelImage, gain: number, offset: number): LevelImage {
  const changed = blankLike(image, image.width, image.height);
  const deep = image.data instanceof Uint16Array;
  const [highest, added] = deep ? [65535, offset * 257] : [255, offset];
  for (let i = 0; i < changed.data.length; i++) {
    const level = Math.round(image.data[i] * gain + added);
    changed.data[i] = Math.min(highest, Math.max(0, level));
  }
  return changed;
}
