import type { Precision } from '../../checkpoints/bundle/encode-weight.ts';
import type { CaseReport } from '../case-report.ts';

const LARGEST_AT_FLOAT32 = 1;
const TAIL_AT_FLOAT16 = 2;
const TAIL_SHARE = 0.999;

/** The value below or at which a share of the (sorted) numbers lies. */
function percentile(values: Float64Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

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
  const differences = Float64Array.from({ length: expected.length }, (_, i) =>
    Math.abs(actual[i] - expected[i]),
  );
  const tail = percentile(differences, TAIL_SHARE);
  report.compareValues(`${name} levels, 99.9th percentile`, [tail], [0], { atol: TAIL_AT_FLOAT16 });
}
