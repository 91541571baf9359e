import type * as tf from '../tf.ts';

/** What a module does; timings are summed by it. */
export type ModuleKind =
  | 'pad'
  | 'convolution'
  | 'norm'
  | 'relu'
  | 'block'
  | 'doubling'
  | 'tanh'
  | 'pool'
  | 'sum';

/** The network's input, among the names a module may read. */
export const NETWORK_INPUT = 'input';

/** One step of a network. */
export interface NetworkModule {
  /**
   * Its official name, `<nn.Sequential>.<index>`, e.g. `model.16` for the first block of the default generator.
   * What the original does outside of its sequentials is named by its result: `input.1`, `sum.1`.
   */
  name: string;
  kind: ModuleKind;
  /** Names of the earlier modules whose outputs it takes, or `NETWORK_INPUT`. */
  from: readonly string[];
  /** `[N, H, W, C]` each → `[N, H', W', C']`; leaves its inputs alone. */
  apply(...inputs: tf.Tensor4D[]): tf.Tensor4D;
}

/** A graph of modules, and the weights it owns. */
export interface Network {
  /** In the order they run; the output of the last one is the network's. */
  modules: readonly NetworkModule[];
  /** Frees every weight. */
  dispose(): void;
}

/** Sees a module's output, which is freed afterwards: read it, do not keep it. */
export type ModuleObserver = (module: NetworkModule, output: tf.Tensor4D) => void;
