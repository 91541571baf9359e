import { expect, it } from 'vitest';
import {
  FRESH_SETTINGS,
  LARGEST_BRUSH,
  readPaintSettings,
  SMALLEST_BRUSH,
  stepSize,
} from './paint-settings.ts';

it('steps by pixels, then by tenths, between the ends', () => {
  expect(stepSize(3, 1)).toBe(4);
  expect(stepSize(40, 1)).toBe(44);
  expect(stepSize(1, -1)).toBe(SMALLEST_BRUSH);
  expect(stepSize(199, 1)).toBe(LARGEST_BRUSH);
});

it('takes what was kept, as far as it makes sense', () => {
  const kept = { ...FRESH_SETTINGS, brushSize: 33, strokes: 'new' };
  expect(readPaintSettings(kept)).toEqual(kept);
  expect(readPaintSettings({ ...kept, brushSize: -2, writeMode: 'plaid' })).toEqual({
    ...kept,
    brushSize: FRESH_SETTINGS.brushSize,
  });
  for (const rubbish of [undefined, null, 'x', []]) {
    expect(readPaintSettings(rubbish)).toEqual(FRESH_SETTINGS);
  }
});
