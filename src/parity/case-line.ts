import type { CaseOutcome, Check } from './case-report.ts';

function figure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toExponential(2);
}

/** The check that came closest to its tolerance, or went furthest over it. */
export function worstCheck(checks: Check[]): Check | undefined {
  const strain = (check: Check) => {
    if (!check.ok) return Number.POSITIVE_INFINITY;
    return check.largestDifference / Math.max(check.tolerance, Number.MIN_VALUE);
  };
  return checks.reduce<Check | undefined>(
    (worst, check) => (!worst || strain(check) > strain(worst) ? check : worst),
    undefined,
  );
}

function detail(check: Check): string {
  const difference = Number.isNaN(check.largestDifference)
    ? ''
    : ` difference ${figure(check.largestDifference)}, allowed ${figure(check.tolerance)}`;
  return `    ${check.name}:${difference}${check.problem ? ` ${check.problem}` : ''}`;
}

/** One case as lines of text: what was checked, how close it came, and why it failed or was skipped. */
export function caseLines(outcome: CaseOutcome): string[] {
  const { name, status, checks, missing } = outcome;
  const worst = worstCheck(checks);
  const measured = worst
    ? `largest difference ${figure(worst.largestDifference)} of ${figure(worst.tolerance)} (${worst.name})`
    : '';
  const verdict = {
    passed: 'ok',
    failed: 'FAILED',
    skipped: `skipped (${missing.slice(0, 3).join('; ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''})`,
  }[status];
  const count = `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`;
  const line = [name, count, measured, verdict].filter((part) => part !== '').join('  ');
  return [line, ...checks.filter((check) => !check.ok).map(detail)];
}

/** The last line of a run. */
export function summaryLine(outcomes: CaseOutcome[]): string {
  const count = (status: CaseOutcome['status']) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
}
