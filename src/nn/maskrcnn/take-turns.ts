import { CytoForgeError } from '../../errors.ts';

/** How long work may go on before the event loop gets a turn, in milliseconds. */
const TURN = 25;

/** Lets messages in now and then. */
export interface Turns {
  /** @throws CytoForgeError `cancelled` */
  pause(): Promise<void>;
}

/** Turns for one job, which `signal` can end. */
export function takeTurns(signal?: AbortSignal): Turns {
  let started = performance.now();
  return {
    async pause() {
      if (performance.now() - started > TURN) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        started = performance.now();
      }
      if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
    },
  };
}
