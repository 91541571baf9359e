import { expect, it } from 'vitest';
import { checkStep } from './check-step.ts';
import { DEFAULT_STEPS, TOOL_NAMES, type ToolStep } from './tool-step.ts';

const { threshold, flood, augment, resize, crop, stylegan, split } = DEFAULT_STEPS;

it.each(TOOL_NAMES)('takes the defaults of %s', (name) => {
  expect(() => checkStep(DEFAULT_STEPS[name])).not.toThrow();
});

it.each<[setting: string, step: ToolStep]>([
  ['level', { ...threshold, level: 256 }],
  ['level', { ...threshold, level: 1.5 }],
  ['level', { ...flood, level: 255 }],
  ['smallest', { ...flood, smallest: 0 }],
  ['copies', { ...augment, copies: 0 }],
  ['rotation', { ...augment, rotation: [5, -5] }],
  ['rotation', { ...augment, rotation: [0.5, 2] }],
  ['gain', { ...augment, gain: [-1, 1] }],
  ['flip vertically', { ...augment, flipVertical: 2 }],
  ['seed', { ...augment, seed: -1 }],
  ['width', { ...resize, width: Number.NaN }],
  ['height', { ...crop, height: 0 }],
  ['overlap', { ...crop, how: 'tiles', overlap: 128 }],
  ['x', { ...crop, how: 'box', x: -1 }],
  ['resolution', { ...stylegan, transform: 'center-crop' }],
  ['train, val, test', { ...split, train: 0, val: 0, test: 0 }],
  ['val', { ...split, val: -1 }],
])('names %s when it is out of range', (where, step) => {
  expect(() => checkStep(step)).toThrow(
    expect.objectContaining({ code: 'bad-option', details: expect.objectContaining({ where }) }),
  );
});
