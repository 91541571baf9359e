import { CytoForgeError } from '../../errors.ts';
import * as tf from '../tf.ts';
import {
  type ModuleObserver,
  NETWORK_INPUT,
  type Network,
  type NetworkModule,
} from './network-module.ts';

/** How long modules may run before the event loop gets a turn, in milliseconds. */
const TURN = 25;

/** One run of a network, module by module. */
interface Run {
  /** @param module the next of the network's */
  step(module: NetworkModule): void;
  /** The output of the last module that ran, which is then the caller's. */
  take(): tf.Tensor4D;
  /** Frees what later modules would have read. */
  dispose(): void;
}

/** @param x `[N, H, W, C]`, left to the caller */
function startRun(network: Network, x: tf.Tensor4D, onModule?: ModuleObserver): Run {
  const lastReader = new Map<string, NetworkModule>();
  for (const module of network.modules) {
    for (const name of module.from) lastReader.set(name, module);
  }
  const outputs = new Map<string, tf.Tensor4D>();
  const read = (name: string) => (name === NETWORK_INPUT ? x : (outputs.get(name) as tf.Tensor4D));
  const drop = (name: string): void => {
    outputs.get(name)?.dispose();
    outputs.delete(name);
  };
  return {
    step(module) {
      const output = tf.tidy(() => module.apply(...module.from.map(read)));
      outputs.set(module.name, output);
      for (const name of module.from) if (lastReader.get(name) === module) drop(name);
      onModule?.(module, output);
    },
    take() {
      const [[name, output]] = [...outputs].slice(-1);
      outputs.delete(name);
      return output;
    },
    dispose() {
      for (const name of [...outputs.keys()]) drop(name);
    },
  };
}

/**
 * Runs every module in one go.
 * @param x `[N, H, W, C]`, left to the caller
 */
export function runNetwork(
  network: Network,
  x: tf.Tensor4D,
  onModule?: ModuleObserver,
): tf.Tensor4D {
  const run = startRun(network, x, onModule);
  for (const module of network.modules) run.step(module);
  return run.take();
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
  network: Network,
  x: tf.Tensor4D,
  signal?: AbortSignal,
  onModule?: ModuleObserver,
): Promise<tf.Tensor4D> {
  const run = startRun(network, x, onModule);
  try {
    let turnStarted = performance.now();
    for (const module of network.modules) {
      throwIfCancelled(signal);
      run.step(module);
      if (performance.now() - turnStarted > TURN) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        turnStarted = performance.now();
      }
    }
    throwIfCancelled(signal);
    return run.take();
  } catch (error) {
    run.dispose();
    throw error;
  }
}
