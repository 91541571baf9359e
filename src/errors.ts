/**
 * Every failure a person can meet is a `CytoForgeError`: it says what was found, what was expected and
 * what to do, and its `code` survives the way across a worker, where class identity does not.
 */

import { browserFault } from './browser-faults.ts';
import { readableText } from './readable-text.ts';

/** What kind of failure this is; the page translates by it, programs branch on it. */
export type ErrorCode =
  | 'unsafe-pickle'
  | 'truncated'
  | 'corrupt'
  | 'not-a-checkpoint'
  | 'wrong-architecture'
  | 'missing-tensor'
  | 'unsupported'
  | 'bad-image'
  | 'refused-archive'
  | 'bad-option'
  | 'bad-recipe'
  | 'out-of-memory'
  | 'device-lost'
  | 'gpu-error'
  | 'backend-unavailable'
  | 'worker-crashed'
  | 'no-space'
  | 'io'
  | 'cancelled'
  | 'internal';

/** The parts of a message, so that the page can lay them out and translate the frame around them. */
export interface ErrorDetails {
  /** What was read or seen, e.g. `posix.system` or `12 layers`. */
  found?: string;
  /** What would have been right. */
  expected?: string;
  /** What the person can do now. */
  hint?: string;
  /** Where: a file name, a byte offset, a tensor name. */
  where?: string;
}

function readableDetails(details: ErrorDetails): ErrorDetails {
  const parts = Object.entries(details).filter(([, text]) => text !== undefined);
  return Object.fromEntries(parts.map(([name, text]) => [name, readableText(text)]));
}

/** A failure with a code, a sentence and its parts, which are made readable (`readableText`). */
export class CytoForgeError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, cause?: unknown) {
    super(readableText(message), cause === undefined ? undefined : { cause });
    this.name = 'CytoForgeError';
    this.code = code;
    this.details = readableDetails(details);
  }
}

/** A `CytoForgeError` as plain data, for structured clone. */
export interface PlainError {
  code: ErrorCode;
  message: string;
  details: ErrorDetails;
  stack?: string;
}

/** Turns anything thrown into plain data; what is not ours becomes `internal`. */
export function toPlainError(error: unknown): PlainError {
  if (error instanceof CytoForgeError) {
    return {
      code: error.code,
      message: error.message,
      details: error.details,
      stack: error.stack,
    };
  }
  const fault = browserFault(error);
  if (fault) return fault;
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message,
    details: {},
    stack: error instanceof Error ? error.stack : undefined,
  };
}

/** The inverse of `toPlainError`. */
export function fromPlainError(plain: PlainError): CytoForgeError {
  const error = new CytoForgeError(plain.code, plain.message, plain.details);
  if (plain.stack) error.stack = plain.stack;
  return error;
}

/** One line for a terminal: message, then found / expected / hint where they are known. */
export function describeError(error: unknown): string {
  const { message, details } = toPlainError(error);
  const parts = [message];
  if (details.where) parts.push(`at: ${details.where}`);
  if (details.found) parts.push(`found: ${details.found}`);
  if (details.expected) parts.push(`expected: ${details.expected}`);
  if (details.hint) parts.push(details.hint);
  return parts.join(' · ');
}
