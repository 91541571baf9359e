import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import type { ModuleObserver, Network, NetworkModule } from './network-module.ts';

/** How long modules may run before the event loop gets a turn, in milliseconds. */
const TURN = 25;

function step(
  module: NetworkModule,
  input: tf.Tensor4D,
  previous: tf.Tensor4D,
  onModule?: ModuleObserver,
): tf.Tensor4D {
  const output = tf.tidy(() => module.apply(previous));
  if (previous !== input) previous.dispose();
  onModule?.(module, output);
  return output;
}

/**
 * Runs every module in one go.
 * @param x `[N, H, W, C]`, left to the caller
 */
export function runNetwork(
  { modules }: Network,
  x: tf.Tensor4D,
  onModule?: ModuleObserver,
): tf.Tensor4D {
  return modules.reduce((previous, module) => step(module, x, previous, onModule), x);
}

function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
}

/**
 * Runs the modules, lets the event loop take its turn now and then, and looks at `signal` between modules.
 * @param x `[N, H, W, C]`, left to the caller
 * @throws CytoForgeError `cancelled`; nothing is left allocated.
 */
export async function runNetworkInTurns(
  { modules }: Network,
  x: tf.Tensor4D,
  signal?: AbortSignal,
  onModule?: ModuleObserver,
): Promise<tf.Tensor4D> {
  let current = x;
  try {
    let turnStarted = performance.now();
    for (const module of modules) {
      throwIfCancelled(signal);
      current = step(module, x, current, onModule);
      if (performance.now() - turnStarted > TURN) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        turnStarted = performance.now();
      }
    }
    throwIfCancelled(signal);
    return current;
  } catch (error) {
    if (current !== x) current.dispose();
    throw error;
  }
}
