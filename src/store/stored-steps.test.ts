import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_STEPS } from '../dataset/tools/tool-step.ts';
import { readSteps, writeSteps } from './stored-steps.ts';

let text: string | null = null;

beforeEach(() => {
  text = null;
  vi.stubGlobal('localStorage', {
    getItem: () => text,
    setItem: (_: string, value: string) => {
      text = value;
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

it('gives settings back as they were left', () => {
  const steps = readSteps();
  expect(steps).toEqual(DEFAULT_STEPS);
  const resolution = { width: 64, height: 64 };
  const changed = {
    ...steps,
    threshold: { ...steps.threshold, level: 'otsu' as const },
    stylegan: { ...steps.stylegan, resolution },
    augment: { ...steps.augment, rotation: [-3, 3] as [number, number] },
  };
  writeSteps(changed);
  expect(readSteps()).toEqual(changed);
});

it.each([
  'not json',
  'null',
  '[]',
  '{"resize":{"width":"wide"},"split":3}',
  '{"resize":{"width":-4},"augment":{"rotation":[5]}}',
  '{"stylegan":{"resolution":[3]},"flood":{"on":"dogs"}}',
  '{"augment":{"rotation":["a","b"],"gain":{}},"crop":{"how":"spiral"},"threshold":{"level":{}}}',
])('falls back where %s is stored', (stored) => {
  text = stored;
  expect(readSteps()).toEqual(DEFAULT_STEPS);
});
