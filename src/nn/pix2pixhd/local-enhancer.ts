import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import { halvingAveragePool } from '../ops/average-pool.ts';
import * as tf from '../tf.ts';
import { addGlobalCore, type GlobalGeneratorShape } from './global-generator.ts';
import { loadNetwork } from './load-network.ts';
import { NETWORK_INPUT, type Network, type NetworkModule } from './network-module.ts';
import { startSequential } from './sequential.ts';
import type { WeightReader } from './weight-reader.ts';

/** The numbers that fix a local enhancer's layers (spec B.3). */
export interface LocalEnhancerShape extends Omit<GlobalGeneratorShape, 'ngf'> {
  /** Channels at full size; the global generator inside is `2^nEnhancers` times as wide. */
  ngf: number;
  nEnhancers: number;
  nBlocksLocal: number;
}

/** Name of the input after `halvings` of its size. */
function levelName(halvings: number): string {
  return halvings === 0 ? NETWORK_INPUT : `${NETWORK_INPUT}.${halvings}`;
}

function pyramid(levels: number): NetworkModule[] {
  return Array.from({ length: levels }, (_, i) => ({
    name: levelName(i + 1),
    kind: 'pool',
    from: [levelName(i)],
    apply: halvingAveragePool,
  }));
}

/** Enhancer `n`: `model{n}_1` reads the input at its size, `model{n}_2` that and the output so far. */
function enhancer(
  shape: LocalEnhancerShape,
  reader: WeightReader,
  n: number,
  soFar: string,
): NetworkModule[] {
  const { inputNc, outputNc, ngf, nEnhancers, nBlocksLocal, norm } = shape;
  const channels = ngf * 2 ** (nEnhancers - n);
  const down = startSequential(reader, norm, `model${n}_1`, levelName(nEnhancers - n));
  down.addOuterConvolution(inputNc, channels);
  down.addNormAndRelu(channels);
  down.addHalving(channels);
  const sum: NetworkModule = {
    name: `sum.${n}`,
    kind: 'sum',
    from: [lastName(down.modules), soFar],
    apply: (branch, below) => tf.add(branch, below),
  };
  const up = startSequential(reader, norm, `model${n}_2`, sum.name);
  for (let i = 0; i < nBlocksLocal; i++) up.addBlock(2 * channels);
  up.addDoubling(2 * channels);
  if (n === nEnhancers) {
    up.addOuterConvolution(channels, outputNc);
    up.addTanh();
  }
  return [...down.modules, sum, ...up.modules];
}

function lastName(modules: readonly NetworkModule[]): string {
  return modules[modules.length - 1].name;
}

/**
 * Loads pix2pixHD's `LocalEnhancer`: `[N, H, W, inputNc]` → `[N, H, W, outputNc]` in [-1, 1], with height and
 * width multiples of `2^(nDownsample + nEnhancers)`. The global generator works on the smallest of the halved
 * inputs, and every enhancer on one of twice the size. Modules have the official names; `input.k` is the input
 * halved k times, `sum.n` what enhancer n goes on from.
 * @param prefix of the weight names, e.g. `G.` for `G.model1_1.1.weight`
 * @throws CytoForgeError `missing-tensor`, `wrong-architecture`; nothing is left allocated.
 */
export function loadLocalEnhancer(
  shape: LocalEnhancerShape,
  weights: TensorSource,
  prefix = 'G.',
): Network {
  const { nEnhancers, norm } = shape;
  return loadNetwork(weights, prefix, (reader) => {
    const modules = pyramid(nEnhancers);
    const core = startSequential(reader, norm, 'model', levelName(nEnhancers));
    addGlobalCore(core, { ...shape, ngf: shape.ngf * 2 ** nEnhancers });
    modules.push(...core.modules);
    for (let n = 1; n <= nEnhancers; n++) {
      modules.push(...enhancer(shape, reader, n, lastName(modules)));
    }
    return modules;
  });
}
