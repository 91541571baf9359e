import type { SafetensorsTensor } from '../../../checkpoints/safetensors.ts';
import { U2NET } from '../../../checkpoints/segmenters/u2net.ts';
import { readTensor } from '../../../nn/backend/read-tensor.ts';
import * as tf from '../../../nn/tf.ts';
import { loadU2Net, type U2Net } from '../../../nn/u2net/load-u2net.ts';
import { prepareForU2Net } from '../../../nn/u2net/prepare-image.ts';
import { stretchProbability } from '../../../nn/u2net/stretch-probability.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { readNetwork } from '../pix2pixhd/read-network.ts';

const OUTPUT = { atol: 2e-4 };
const PREPARED = { atol: 2e-3 };
/** Of the largest value of a map. */
const ACTIVATION = 1e-3;

function mapOf({ shape, data }: SafetensorsTensor): tf.Tensor4D {
  const planes = tf.tensor4d(data as Float32Array, shape as [number, number, number, number]);
  return tf.transpose(planes, [0, 2, 3, 1]);
}

/** `[N, H, W, C]` → `[N, C, H, W]`, of the first `channels`; kept. */
function keepPlanes(map: tf.Tensor4D, channels: number): tf.Tensor4D {
  const [samples, height, width] = map.shape;
  const first = tf.slice(map, [0, 0, 0, 0], [samples, height, width, channels]);
  return tf.keep(tf.transpose<tf.Tensor4D>(first, [0, 3, 1, 2]));
}

function largestOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

async function checkRun(network: U2Net, golden: GoldenCase, report: CaseReport): Promise<void> {
  const stages = new Map<string, tf.Tensor4D>();
  const x = tf.tidy(() => mapOf(golden.input('x')));
  const logits = network.run(x, (stage, map) => {
    const name = `act.${stage}`;
    if (golden.has(name)) stages.set(name, keepPlanes(map, golden.peek(name).shape[1]));
  });
  stages.set('act.outconv_logit', tf.keep(logits[0].clone()));
  for (const [name, planes] of stages) {
    const atol = ACTIVATION * largestOf(golden.peek(name).data);
    report.compare(name, await readTensor(planes), { atol });
  }
  for (const [i, map] of logits.entries()) {
    const probability = tf.sigmoid(map);
    const values = await readTensor(probability);
    report.compare(`d${i}`, values, OUTPUT);
    if (i === 0) report.compare('normPRED', stretchProbability(values, 0), OUTPUT);
    probability.dispose();
  }
  tf.dispose([x, ...logits, ...stages.values()]);
}

async function checkOddSides(network: U2Net, golden: GoldenCase, report: CaseReport) {
  const x = tf.tidy(() => mapOf(golden.input('x_odd')));
  const logits = network.run(x);
  const probability = tf.sigmoid(logits[0]);
  report.compare('d0_odd', await readTensor(probability), OUTPUT);
  tf.dispose([x, probability, ...logits]);
}

function checkPreparation(golden: GoldenCase, report: CaseReport): void {
  const { shape, data } = golden.input('raw_u8');
  const [height, width, channels] = shape;
  const size = golden.peek('preproc64').shape[1];
  const image = { width, height, channels, data: Float32Array.from(data) };
  const prepared = prepareForU2Net(image, size).data;
  const planes = Float32Array.from(
    prepared,
    (_, i) => prepared[(i % (size * size)) * 3 + Math.floor(i / (size * size))],
  );
  report.compare('preproc64', planes, PREPARED);
}

/** U²-NetP on an image whose sides halve evenly and one whose sides do not, and the preparation of an image. */
export async function runU2NetCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  checkPreparation(golden, report);
  const weights = await readNetwork(golden, `${golden.name}.weights_f16.safetensors`, '');
  const shapes = new Map(weights.names().map((name) => [name, weights.read(name).shape]));
  const { config } = U2NET.open(weights, shapes);
  report.expect('variant', config.variant === 'u2netp', `taken for ${config.variant}`);
  const network = loadU2Net(config, weights);
  try {
    await checkRun(network, golden, report);
    await checkOddSides(network, golden, report);
  } finally {
    network.dispose();
  }
}
