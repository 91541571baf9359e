import type { PlainError } from '../errors.ts';
import type { BackendInfo } from '../nn/backend/backend-info.ts';
import type { ReferenceCheck } from '../pipeline/self-test/check-reference.ts';
import type { CaseOutcome } from './case-report.ts';
import type { ParityOptions } from './run-parity.ts';

/** The globals of `e2e/parity/page.ts`, through which the command line and the page talk. */
export interface ParityPage {
  startParity(): Promise<{ info: BackendInfo } | { error: PlainError }>;
  runParity(options: ParityOptions): Promise<{ error?: PlainError }>;
  /** The references of the bundle in the folder. */
  runSelfTest(): Promise<{ error?: PlainError }>;
  /** Given by the command line. */
  reportOutcome(outcome: CaseOutcome | ReferenceCheck): Promise<void>;
  /** Given by the command line. */
  reportCrash(message: string): Promise<void>;
}
