import type { TransferHandler } from 'comlink';
import { CytoForgeError, fromPlainError, type PlainError, toPlainError } from '../errors.ts';

/** How Comlink passes a thrown value to its handler. */
interface Thrown {
  value: unknown;
}

/**
 * Gives the engine's own failures a code of ours, before the error's class is lost: a WebAssembly trap (or its
 * full memory) leaves the module unusable, an array that was refused leaves everything as it is.
 */
export function nameEngineFailure(error: unknown): unknown {
  if (typeof WebAssembly !== 'undefined' && error instanceof WebAssembly.RuntimeError) {
    return new CytoForgeError(
      'worker-crashed',
      `WebAssembly stopped: ${error.message}`,
      { hint: 'If this repeats, choose a smaller size or another backend.' },
      error,
    );
  }
  if (
    error instanceof RangeError &&
    /alloc|memory|array buffer|array length/i.test(error.message)
  ) {
    return new CytoForgeError(
      'out-of-memory',
      'There is not enough memory for this.',
      { found: error.message, hint: 'Choose a smaller size or close other tabs.' },
      error,
    );
  }
  return error;
}

/**
 * Comlink's `throw` handler keeps an error's name and message only; this one keeps our code and details.
 * @param canHandle Comlink's own test for a thrown value: its mark is private.
 */
export function errorTransfer(
  canHandle: TransferHandler<unknown, unknown>['canHandle'],
): TransferHandler<unknown, PlainError> {
  return {
    canHandle,
    serialize: (thrown) => [toPlainError(nameEngineFailure((thrown as Thrown).value)), []],
    deserialize(plain) {
      throw fromPlainError(plain);
    },
  };
}
