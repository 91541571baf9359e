import { bytesSource } from '../../../checkpoints/byte-source.ts';
import { openPix2PixHd } from '../../../checkpoints/pix2pixhd-checkpoint.ts';
import { readTensor } from '../../../nn/backend/read-tensor.ts';
import {
  type GlobalGeneratorShape,
  loadGlobalGenerator,
} from '../../../nn/pix2pixhd/global-generator.ts';
import type { Network } from '../../../nn/pix2pixhd/network-module.ts';
import { runNetwork } from '../../../nn/pix2pixhd/run-network.ts';
import * as tf from '../../../nn/tf.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { compareOutput, inputOf, planesLike } from './network-tensors.ts';

const OUTPUT = { atol: 5e-5 };
const ACTIVATION = { atol: 1e-4, rtol: 1e-4 };

interface GlobalConfig {
  input_nc: number;
  output_nc: number;
  ngf: number;
  n_downsample_global: number;
  n_blocks_global: number;
  norm: 'instance' | 'batch';
}

function shapeOf(config: GlobalConfig): GlobalGeneratorShape {
  return {
    inputNc: config.input_nc,
    outputNc: config.output_nc,
    ngf: config.ngf,
    nDownsample: config.n_downsample_global,
    nBlocks: config.n_blocks_global,
    norm: config.norm,
  };
}

async function checkNetwork(network: Network, golden: GoldenCase, report: CaseReport) {
  const x = inputOf(golden, 'x');
  const kept = new Map<string, tf.Tensor4D>();
  const y = runNetwork(network, x, ({ name: module }, output) => {
    const name = module.replace('model', 'act');
    if (golden.has(name)) kept.set(name, planesLike(golden, name, output));
  });
  for (const [name, planes] of kept) report.compare(name, await readTensor(planes), ACTIVATION);
  await compareOutput(golden, report, 'y', y, OUTPUT);
  const pair = inputOf(golden, 'x_b2');
  const both = runNetwork(network, pair);
  await compareOutput(golden, report, 'y_b2', both, OUTPUT);
  tf.dispose([x, y, pair, both, ...kept.values()]);
}

/** A generator with every kind of layer, from both forms of `.pth`, layer by layer. */
export async function runGlobalCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  const shape = shapeOf(golden.config as unknown as GlobalConfig);
  const present = await golden.folder.list();
  for (const form of ['zip', 'legacy']) {
    const file = `${golden.name}_latest_net_G.${form}.pth`;
    if (!present.includes(file)) {
      report.missing(file);
      continue;
    }
    const generator = bytesSource(file, await golden.folder.read(file));
    const network = loadGlobalGenerator(shape, openPix2PixHd({ generator }).weights);
    try {
      await checkNetwork(network, golden, report);
    } finally {
      network.dispose();
    }
  }
}
