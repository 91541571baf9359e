import { CytoForgeError, type ErrorDetails } from '../errors.ts';

/** A `bad-image` error in one line. */
export function badImage(message: string, details: ErrorDetails, cause?: unknown): CytoForgeError {
  return new CytoForgeError('bad-image', message, details, cause);
}
