import { CytoForgeError } from '../../errors.ts';
import type { ActsOn, Range, ToolStep } from './tool-step.ts';

const LARGEST_SIDE = 16384;
const RESAMPLINGS = ['bicubic', 'lanczos', 'bilinear', 'box', 'nearest'];

function refuse(setting: string, found: unknown, expected: string): CytoForgeError {
  return new CytoForgeError('bad-option', 'A setting of the tool cannot be used.', {
    where: setting,
    found: String(found),
    expected,
  });
}

function whole(setting: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw refuse(setting, value, `a whole number, ${least} to ${most}`);
}

function between(setting: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw refuse(setting, value, `${least} to ${most}`);
}

function range(setting: string, [least, most]: Range, from: number, to: number, isWhole: boolean) {
  for (const end of [least, most]) (isWhole ? whole : between)(setting, end, from, to);
  if (least > most) throw refuse(setting, `${least} to ${most}`, 'the smaller number first');
}

function choice(setting: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw refuse(setting, value, `one of ${choices.join(', ')}`);
}

const on = (value: ActsOn) => choice('on', value, ['auto', 'masks', 'images', 'all']);

function sides(width: number, height: number): void {
  whole('width', width, 1, LARGEST_SIDE);
  whole('height', height, 1, LARGEST_SIDE);
}

const seed = (value: number) => whole('seed', value, 0, 2 ** 32 - 1);

/** @throws CytoForgeError `bad-option` for the first setting that is out of range. */
export function checkStep(step: ToolStep): void {
  switch (step.tool) {
    case 'threshold':
      if (step.level !== 'otsu') whole('level', step.level, 0, 255);
      on(step.on);
      return;
    case 'flood':
      whole('level', step.level, 1, 254);
      whole('foreground', step.foreground, 1, 255);
      whole('smallest', step.smallest, 1, 1e9);
      on(step.on);
      return;
    case 'augment':
      whole('copies', step.copies, 1, 1000);
      between('flip horizontally', step.flipHorizontal, 0, 1);
      between('flip vertically', step.flipVertical, 0, 1);
      range('rotation', step.rotation, -180, 180, true);
      range('gain', step.gain, 0, 10, false);
      range('offset', step.offset, -255, 255, true);
      seed(step.seed);
      return;
    case 'combine':
      return;
    case 'resize':
      sides(step.width, step.height);
      choice('resampling', step.resampling, RESAMPLINGS);
      return;
    case 'crop':
      choice('how', step.how, ['centre', 'box', 'tiles']);
      choice('edge', step.edge, ['shift', 'pad', 'drop']);
      sides(step.width, step.height);
      if (step.how === 'box') {
        whole('x', step.x, 0, LARGEST_SIDE);
        whole('y', step.y, 0, LARGEST_SIDE);
      }
      if (step.how === 'tiles') {
        whole('overlap', step.overlap, 0, Math.min(step.width, step.height) - 1);
      }
      return;
    case 'stylegan':
      on(step.on);
      choice('transform', step.transform, ['none', 'center-crop', 'center-crop-wide']);
      choice('classes', step.classes, ['folders', 'list', 'none']);
      choice('channels', step.channels, ['as-is', 'grey', 'rgb']);
      choice('resampling', step.resampling, ['lanczos', 'nearest']);
      if (step.resolution) sides(step.resolution.width, step.resolution.height);
      else if (step.transform !== 'none') {
        throw refuse('resolution', 'none', 'a resolution, as this crop needs');
      }
      return;
    case 'split':
      for (const part of ['train', 'val', 'test'] as const) between(part, step[part], 0, 1e6);
      if (step.train + step.val + step.test === 0) {
        throw refuse('train, val, test', '0', 'at least one above 0');
      }
      seed(step.seed);
  }
}
