import { expect, it } from 'vitest';
import { holmCorrection } from './holm.ts';

it('raises p values, and leaves out tests that could not be made', () => {
  expect(holmCorrection([0.01, null, 0.04, 0.03])).toEqual([0.03, null, 0.06, 0.06]);
  expect(holmCorrection([0.6, 0.9])).toEqual([1, 1]);
  expect(holmCorrection([])).toEqual([]);
});
