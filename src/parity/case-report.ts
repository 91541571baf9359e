import type { GoldenCase } from './golden-case.ts';

/** Allowed |actual - expected|: `atol + rtol * |expected|`, element by element. */
export interface Tolerance {
  atol: number;
  rtol?: number;
}

/** One comparison. */
export interface Check {
  name: string;
  /** The largest |actual - expected|; of a failed check, the one that went furthest over its tolerance. */
  largestDifference: number;
  /** The allowed difference at that element. */
  tolerance: number;
  ok: boolean;
  problem?: string;
}

/** What became of one case. `skipped` carries what is missing. */
export interface CaseOutcome {
  name: string;
  status: 'passed' | 'failed' | 'skipped';
  checks: Check[];
  missing: string[];
}

/** Collects the checks of one case. */
export interface CaseReport {
  /** Compares with the golden tensor `tensor` and marks it as looked at. Values in the golden's order. */
  compare(tensor: string, actual: ArrayLike<number>, tolerance: Tolerance): void;
  /** Compares with numbers that are not a tensor of the case (from the sidecar). */
  compareValues(
    name: string,
    actual: ArrayLike<number>,
    expected: ArrayLike<number>,
    tolerance: Tolerance,
  ): void;
  /** Records a comparison of something that is not numbers. */
  expect(name: string, ok: boolean, problem: string): void;
  /** Says that a part is not implemented: the case is skipped, never passed. */
  missing(what: string): void;
  outcome(): CaseOutcome;
}

function compareElements(
  name: string,
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { atol, rtol = 0 }: Tolerance,
): Check {
  if (actual.length !== expected.length) {
    const problem = `${actual.length} values instead of ${expected.length}`;
    return { name, largestDifference: Number.NaN, tolerance: atol, ok: false, problem };
  }
  const largest = { difference: 0, tolerance: atol };
  const worst = { difference: 0, tolerance: atol, ratio: -1 };
  let ok = true;
  for (let i = 0; i < expected.length; i++) {
    const difference = Object.is(actual[i], expected[i]) ? 0 : Math.abs(actual[i] - expected[i]);
    // NaN and infinities are met exactly or not at all.
    const tolerance = Number.isFinite(expected[i]) ? atol + rtol * Math.abs(expected[i]) : 0;
    if (!(difference <= tolerance)) ok = false;
    if (difference > largest.difference) Object.assign(largest, { difference, tolerance });
    const ratio = Number.isNaN(difference)
      ? Number.POSITIVE_INFINITY
      : difference / Math.max(tolerance, Number.MIN_VALUE);
    if (ratio > worst.ratio) Object.assign(worst, { difference, tolerance, ratio });
  }
  const shown = ok ? largest : worst;
  return { name, largestDifference: shown.difference, tolerance: shown.tolerance, ok };
}

/** A fresh report for `golden`. */
export function caseReport(golden: GoldenCase): CaseReport {
  const checks: Check[] = [];
  const missing: string[] = [];
  return {
    compare(tensor, actual, tolerance) {
      golden.used.add(tensor);
      checks.push(compareElements(tensor, actual, golden.peek(tensor).data, tolerance));
    },
    compareValues(name, actual, expected, tolerance) {
      checks.push(compareElements(name, actual, expected, tolerance));
    },
    expect(name, ok, problem) {
      checks.push({
        name,
        largestDifference: ok ? 0 : Number.NaN,
        tolerance: 0,
        ok,
        problem: ok ? undefined : problem,
      });
    },
    missing(what) {
      missing.push(what);
    },
    outcome() {
      const unseen = golden.tensorNames().filter((name) => !golden.used.has(name));
      const gaps = [...missing, ...unseen.map((name) => `tensor ${name} was not checked`)];
      const failed = checks.some((check) => !check.ok);
      const status = failed ? 'failed' : gaps.length || !checks.length ? 'skipped' : 'passed';
      return { name: golden.name, status, checks, missing: gaps };
    },
  };
}
