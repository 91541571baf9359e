import { expect, it } from 'vitest';
import { caseReport } from './case-report.ts';
import { openGoldenCase } from './golden-case.ts';
import { memoryGoldenFolder } from './memory-golden-folder.ts';

async function freshReport() {
  const folder = memoryGoldenFolder({ '01_a.json': { case: '01_a' } });
  return caseReport(await openGoldenCase(folder, '01_a'));
}

it('shows the largest difference with the tolerance of the same element', async () => {
  const report = await freshReport();
  report.compareValues('a', [1.1, 100.5], [1, 100], { atol: 0.2, rtol: 0.01 });
  const [check] = report.outcome().checks;
  expect(check.ok).toBe(true);
  expect(check.largestDifference).toBe(0.5);
  expect(check.tolerance).toBeCloseTo(1.2);
});

it('shows the element that went furthest over its tolerance when it fails', async () => {
  const report = await freshReport();
  report.compareValues('a', [1.4, 100.5], [1, 100], { atol: 0.2, rtol: 0.01 });
  const [check] = report.outcome().checks;
  expect(check.ok).toBe(false);
  expect(check.largestDifference).toBeCloseTo(0.4);
  expect(check.tolerance).toBeCloseTo(0.21);
});

it('meets NaN and infinity exactly or not at all', async () => {
  const report = await freshReport();
  report.compareValues('wrong', [Number.NaN], [1], { atol: 1e9 });
  report.compareValues('endless', [1], [Number.POSITIVE_INFINITY], { atol: 0, rtol: 1 });
  report.compareValues('right', [Number.NaN], [Number.NaN], { atol: 0, rtol: 1 });
  expect(report.outcome().checks.map(({ ok }) => ok)).toEqual([false, false, true]);
});

it('fails on another number of values, and skips without a check', async () => {
  const report = await freshReport();
  expect(report.outcome().status).toBe('skipped');
  report.compareValues('a', [1], [1, 2], { atol: 1 });
  expect(report.outcome().status).toBe('failed');
});
