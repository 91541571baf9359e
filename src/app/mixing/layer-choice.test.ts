import { describe, expect, it } from 'vitest';
import { PRESETS, paintLayers, presetLayers } from './layer-choice.ts';

describe('presetLayers', () => {
  it.each([9, 10, 14, 16, 18])('shares %i style vectors out without a gap', (numWs) => {
    const all = PRESETS.flatMap((preset) => presetLayers(preset, numWs));
    expect(all).toEqual([...Array(numWs).keys()]);
  });
});

describe('paintLayers', () => {
  it('chooses a range in either direction and leaves the rest', () => {
    expect(paintLayers([0, 8], 2, 4, true)).toEqual([0, 2, 3, 4, 8]);
    expect(paintLayers([0, 3, 8], 4, 2, true)).toEqual([0, 2, 3, 4, 8]);
    expect(paintLayers([0, 2, 3, 4], 2, 3, false)).toEqual([0, 4]);
  });
});
