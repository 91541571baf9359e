import type { Precision } from '../../checkpoints/bundle/encode-weight.ts';
import { levelDifference } from '../../pipeline/self-test/level-difference.ts';
import type { CaseReport } from '../case-report.ts';

const LARGEST_AT_FLOAT32 = 1;
const TAIL_AT_FLOAT16 = 2;

/**
 * Compares 8-bit levels with the original's: at float32 no pixel may be off by more than one level, at
 * float16 no more than one pixel in a thousand by more than two.
 */
export function compareLevels(
  report: CaseReport,
  name: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  precision: Precision,
): void {
  if (precision === 'float32' || actual.length !== expected.length) {
    report.compareValues(`${name} levels`, actual, expected, { atol: LARGEST_AT_FLOAT32 });
    return;
  }
  const { tail } = levelDifference(actual, expected);
  report.compareValues(`${name} levels, 99.9th percentile`, [tail], [0], { atol: TAIL_AT_FLOAT16 });
}
