import { readTensor } from '../../../nn/backend/read-tensor.ts';
import { loadLocalEnhancer } from '../../../nn/pix2pixhd/local-enhancer.ts';
import { runNetwork } from '../../../nn/pix2pixhd/run-network.ts';
import * as tf from '../../../nn/tf.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { compareOutput, inputOf, planesLike } from './network-tensors.ts';
import { readNetwork } from './read-network.ts';

const OUTPUT = { atol: 5e-5 };
const ACTIVATION = { atol: 1e-4, rtol: 1e-4 };

interface LocalConfig {
  input_nc: number;
  output_nc: number;
  ngf: number;
  n_downsample_global: number;
  n_blocks_global: number;
  n_local_enhancers: number;
  n_blocks_local: number;
}

/** The golden's name of what a module makes: the halved input, and both branches of the first enhancer. */
function seenNames(config: LocalConfig): Map<string, string> {
  const last = 3 + 6 * config.n_downsample_global + config.n_blocks_global;
  return new Map([
    ['input.1', 'downsampled'],
    [`model.${last}`, 'global_features'],
    ['model1_1.6', 'model1_1'],
  ]);
}

/** A local enhancer, and what it puts together. */
export async function runLocalCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  const config = golden.config as unknown as LocalConfig;
  const shape = {
    inputNc: config.input_nc,
    outputNc: config.output_nc,
    ngf: config.ngf,
    nDownsample: config.n_downsample_global,
    nBlocks: config.n_blocks_global,
    nEnhancers: config.n_local_enhancers,
    nBlocksLocal: config.n_blocks_local,
    norm: 'instance' as const,
  };
  const weights = await readNetwork(golden, `${golden.name}.weights.safetensors`, 'G.');
  const network = loadLocalEnhancer(shape, weights);
  try {
    const x = inputOf(golden, 'x');
    const seen = seenNames(config);
    const kept = new Map<string, tf.Tensor4D>();
    const y = runNetwork(network, x, ({ name }, output) => {
      const tensor = seen.get(name);
      if (tensor) kept.set(tensor, planesLike(golden, tensor, output));
    });
    for (const [name, planes] of kept) report.compare(name, await readTensor(planes), ACTIVATION);
    await compareOutput(golden, report, 'y', y, OUTPUT);
    tf.dispose([x, y, ...kept.values()]);
  } finally {
    network.dispose();
  }
}
