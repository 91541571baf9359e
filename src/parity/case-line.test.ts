import { expect, it } from 'vitest';
import { caseLines, summaryLine } from './case-line.ts';
import type { CaseOutcome } from './case-report.ts';

const PASSED: CaseOutcome = {
  name: '01_a',
  status: 'passed',
  checks: [
    { name: 'loose', largestDifference: 0.5, tolerance: 1, ok: true },
    { name: 'close', largestDifference: 9e-5, tolerance: 1e-4, ok: true },
  ],
  missing: [],
};
const FAILED: CaseOutcome = {
  name: '02_b',
  status: 'failed',
  checks: [
    { name: 'x', largestDifference: 3, tolerance: 1, ok: false },
    { name: 'y', largestDifference: Number.NaN, tolerance: 0, ok: false, problem: 'no y at all' },
  ],
  missing: [],
};
const SKIPPED: CaseOutcome = {
  name: '03_c',
  status: 'skipped',
  checks: [],
  missing: ['one', 'two', 'three', 'four', 'five'],
};

it('names the check that came closest to its tolerance', () => {
  expect(caseLines(PASSED)).toEqual([
    '01_a  2 checks  largest difference 9.00e-5 of 1.00e-4 (close)  ok',
  ]);
});

it('lists every failed check', () => {
  const [head, ...details] = caseLines(FAILED);
  expect(head).toContain('FAILED');
  expect(details).toEqual(['    x: difference 3, allowed 1', '    y: no y at all']);
});

it('says what is missing, in short', () => {
  expect(caseLines(SKIPPED)).toEqual(['03_c  0 checks  skipped (one; two; three and 2 more)']);
});

it('counts cases', () => {
  const outcomes = [PASSED, PASSED, FAILED, SKIPPED];
  expect(summaryLine(outcomes)).toBe('2 passed, 1 failed, 1 skipped');
});
