import type * as tf from '../tf.ts';

/** What a module does; timings are summed by it. */
export type ModuleKind = 'pad' | 'convolution' | 'norm' | 'relu' | 'block' | 'doubling' | 'tanh';

/** One entry of the official `nn.Sequential`. */
export interface NetworkModule {
  /** Its index in the official `model`, e.g. 16 for the first block of the default generator. */
  index: number;
  kind: ModuleKind;
  /** `[N, H, W, C]` → `[N, H', W', C']`; leaves its input alone. */
  apply(x: tf.Tensor4D): tf.Tensor4D;
}

/** A chain of modules and the weights it owns. */
export interface Network {
  modules: readonly NetworkModule[];
  /** Frees every weight. */
  dispose(): void;
}

/** Sees a module's output, which is freed afterwards: read it, do not keep it. */
export type ModuleObserver = (module: NetworkModule, output: tf.Tensor4D) => void;
