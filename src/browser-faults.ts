import type { PlainError } from './errors.ts';

/**
 * What browsers throw where a person can do something about it, in our words; null for everything else.
 * @param error Anything thrown.
 */
export function browserFault(error: unknown): PlainError | null {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  switch (name) {
    case 'AbortError':
      return { code: 'cancelled', message: 'Cancelled.', details: {} };
    case 'QuotaExceededError':
      return {
        code: 'no-space',
        message: 'The browser has no space left for this.',
        details: {
          hint: 'Free disk space, remove stored models, or write to a file of your own.',
        },
      };
    case 'NotAllowedError':
    case 'SecurityError':
      return {
        code: 'io',
        message: 'The browser does not allow this.',
        details: {
          found: (error as Error).message,
          hint: 'Allow it in the settings of this site, or save it as a download instead.',
        },
      };
    default:
      return null;
  }
}
