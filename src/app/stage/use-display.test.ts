import { describe, expect, it } from 'vitest';
import { DEFAULT_DISPLAY, readDisplaySettings } from './use-display.ts';

describe('readDisplaySettings', () => {
  it('takes what was kept', () => {
    const kept = { ...DEFAULT_DISPLAY, lut: 'fire', gamma: 0.5, black: 10, white: 90 };
    expect(readDisplaySettings(kept)).toEqual(kept);
  });

  it('is a fresh page without anything, and where nothing makes sense', () => {
    for (const nothing of [undefined, null, 'rubbish', 7, {}, []]) {
      expect(readDisplaySettings(nothing)).toEqual(DEFAULT_DISPLAY);
    }
  });

  it('replaces only what makes no sense', () => {
    const kept = {
      lut: 'plaid',
      gamma: -3,
      black: 200,
      white: 100,
      overlayStyle: 'tint',
      tintOpacity: 9,
    };
    expect(readDisplaySettings(kept)).toEqual({ ...DEFAULT_DISPLAY, overlayStyle: 'tint' });
  });
});
