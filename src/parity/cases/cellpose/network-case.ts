import { bytesSource } from '../../../checkpoints/byte-source.ts';
import type { SafetensorsTensor } from '../../../checkpoints/safetensors.ts';
import { openSegmenterFile } from '../../../checkpoints/segmenters/open-segmenter-file.ts';
import { readTensor } from '../../../nn/backend/read-tensor.ts';
import { decodeScales, encodeScales, styleOfMap } from '../../../nn/cellpose/cpnet.ts';
import { type Cpnet, loadCpnet } from '../../../nn/cellpose/load-cpnet.ts';
import * as tf from '../../../nn/tf.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { readNetwork } from '../pix2pixhd/read-network.ts';

const MAPS = { atol: 1e-4, rtol: 1e-4 };
const EXACT = { atol: 0 };

interface NetworkConfig {
  nbase: number[];
  diam_mean: number;
}

function channelsLast({ shape, data }: SafetensorsTensor): tf.Tensor4D {
  const planes = tf.tensor4d(data as Float32Array, shape as [number, number, number, number]);
  return tf.transpose(planes, [0, 2, 3, 1]);
}

/** `[N, H, W, C]` → values of `[N, C, H, W]`, of the first `channels`. */
async function planesOf(map: tf.Tensor4D, channels = map.shape[3]): Promise<Float32Array> {
  const planes = tf.tidy(() => {
    const [samples, height, width] = map.shape;
    return tf.transpose(
      tf.slice(map, [0, 0, 0, 0], [samples, height, width, channels]),
      [0, 3, 1, 2],
    );
  });
  const values = await readTensor(planes);
  planes.dispose();
  return values;
}

async function checkRun(network: Cpnet, golden: GoldenCase, report: CaseReport, run: string) {
  const x = tf.tidy(() => channelsLast(golden.input(`${run}.x`)));
  const { maps, style } = network.run(x);
  report.compare(`${run}.y`, await planesOf(maps), MAPS);
  report.compare(`${run}.style`, await readTensor(style), MAPS);
  tf.dispose([x, maps, style]);
}

/** The encoder's maps, and what the decoder makes of them without a style (`style_on=False`). */
async function checkScales({ parts, scales }: Cpnet, golden: GoldenCase, report: CaseReport) {
  const maps = tf.tidy(() => encodeScales(parts, channelsLast(golden.input('a.x')), scales));
  const unstyled = tf.tidy(() =>
    decodeScales(parts, maps, tf.zerosLike(styleOfMap(maps[scales - 1]))),
  );
  report.compare('a.y_style_off', await planesOf(unstyled), MAPS);
  for (const [i, map] of maps.entries()) {
    const channels = golden.peek(`a.T${i}`).shape[1];
    report.compare(`a.T${i}`, await planesOf(map, channels), MAPS);
  }
  tf.dispose([unstyled, ...maps]);
}

/** The official file: its structure, its diameter, and its weights beside those of the safetensors file. */
async function openOfficial(golden: GoldenCase, report: CaseReport) {
  const file = `${golden.name}.pth`;
  const opened = openSegmenterFile(bytesSource(file, await golden.folder.read(file)));
  if (opened.architecture !== 'cellpose') throw new Error(`${file} was taken for another network`);
  const { nbase, diam_mean } = golden.config as unknown as NetworkConfig;
  report.compareValues('nbase', opened.config.channels, nbase, EXACT);
  report.compareValues('diam_mean', [opened.config.diameter], [diam_mean], EXACT);
  const stored = await readNetwork(golden, `${golden.name}.weights.safetensors`, '');
  for (const name of stored.names()) {
    report.compareValues(name, opened.weights.read(name).data, stored.read(name).data, EXACT);
  }
  return opened;
}

/** CPnet on images of three sizes, and the official file that its weights come in. */
export async function runNetworkCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  const { config, weights } = await openOfficial(golden, report);
  const network = loadCpnet(config, weights);
  try {
    for (const run of ['a', 'b', 'batch']) await checkRun(network, golden, report, run);
    await checkScales(network, golden, report);
  } finally {
    network.dispose();
  }
}
