import { expect, it } from 'vitest';
import type { Precision } from '../../checkpoints/bundle/encode-weight.ts';
import { caseReport } from '../case-report.ts';
import { openGoldenCase } from '../golden-case.ts';
import { memoryGoldenFolder } from '../memory-golden-folder.ts';
import { compareLevels } from './compare-levels.ts';

/** 2000 equal levels but for a few that differ by `difference`. */
async function statusFor(precision: Precision, count: number, difference: number) {
  const folder = memoryGoldenFolder({ '01_a.json': { case: '01_a' } });
  const report = caseReport(await openGoldenCase(folder, '01_a'));
  const expected = new Uint8Array(2000).fill(100);
  const actual = expected.map((level, i) => (i < count ? level + difference : level));
  compareLevels(report, 'image', actual, expected, precision);
  return report.outcome().status;
}

it('allows one level everywhere at float32', async () => {
  expect(await statusFor('float32', 2000, 1)).toBe('passed');
  expect(await statusFor('float32', 1, 2)).toBe('failed');
});

it('allows two levels, and a pixel in a thousand beyond, at float16', async () => {
  expect(await statusFor('float16', 2000, 2)).toBe('passed');
  expect(await statusFor('float16', 2, 50)).toBe('passed');
  expect(await statusFor('float16', 3, 50)).toBe('failed');
});
