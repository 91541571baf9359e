import type { CaseReport } from './case-report.ts';
import type { GoldenCase } from './golden-case.ts';

/** Runs the project's code on one golden case, on whatever backend is current, and reports. */
export type ParityCase = (golden: GoldenCase, report: CaseReport) => Promise<void>;

/** A case runner and the case names it knows. */
export interface ParityEntry {
  matches: RegExp;
  run: ParityCase;
}
