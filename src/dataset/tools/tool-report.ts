import type { PlainError } from '../../errors.ts';
import type { ToolStep } from './tool-step.ts';

/** What was made of which files. */
export interface ReportRow {
  from: string[];
  to: string[];
  /** What was drawn or decided, one for each copy, tile or file. */
  notes?: Record<string, unknown>[];
  /** What was changed to read them, e.g. `scaled-from-16-bit`. */
  read?: string[];
}

/** Files that could not be used, and why. */
export interface SkippedRow {
  from: string[];
  reason: string;
  found?: string;
  expected?: string;
}

/** What a run did: `tool-report.json` in its ZIP. */
export interface ToolReport {
  format: 'cytoforge-tool-report';
  version: 1;
  app: string;
  status: 'done' | 'cancelled';
  step: ToolStep;
  /** What the tool says of the whole, e.g. the names of classes. */
  summary: Record<string, unknown>;
  /** Files of the source that are no pictures. */
  ignored: number;
  files: ReportRow[];
  skipped: SkippedRow[];
}

/** The report's name in a ZIP or folder. */
export const REPORT_NAME = 'tool-report.json';

/** A line of the report for files that could not be used. */
export function skippedRow(from: string[], { message, details }: PlainError): SkippedRow {
  const where = details.where && from.length > 1 ? [details.where] : from;
  const { found, expected } = details;
  return { from: where, reason: message, ...(found && { found }), ...(expected && { expected }) };
}
