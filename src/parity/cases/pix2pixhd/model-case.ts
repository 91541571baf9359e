import { bytesSource } from '../../../checkpoints/byte-source.ts';
import { readStyleClusters } from '../../../checkpoints/style-clusters.ts';
import type { TensorSource } from '../../../checkpoints/tensor-source.ts';
import { openStateDict } from '../../../checkpoints/torch/state-dict.ts';
import { torchTensorSource } from '../../../checkpoints/torch/tensor-map.ts';
import type { ByteImage, FloatImage, InstanceMap } from '../../../imaging/image.ts';
import { featureRows } from '../../../nn/pix2pixhd/feature-rows.ts';
import { generatorInput } from '../../../nn/pix2pixhd/generator-input.ts';
import {
  instanceEdges,
  oneHotLabels,
  paintFeatures,
  stackChannels,
} from '../../../nn/pix2pixhd/input-maps.ts';
import { poolByInstance } from '../../../nn/pix2pixhd/instance-pooling.ts';
import { loadPix2PixHd, type Pix2PixHd } from '../../../nn/pix2pixhd/load-pix2pixhd.ts';
import { encodeImage, renderImage, toPixels } from '../../../nn/pix2pixhd/render-image.ts';
import { type StyleClusters, sampleFeatures } from '../../../nn/pix2pixhd/style-clusters.ts';
import { RandomState } from '../../../random/random-state.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { greyImageOf, imageOfPlanes, instanceMapOf, planesOfImage } from './layout.ts';
import { configOfOptions, type ModelOptions } from './options.ts';
import { readNetwork } from './read-network.ts';

const EXACT = { atol: 0 };
const FEATURES = { atol: 2e-5 };
const FAKE = { atol: 1e-4 };
/** Values 1e-4 apart may be truncated to neighbouring levels. */
const LEVEL = { atol: 1 };

interface ModelCaseConfig {
  opt: ModelOptions;
  sampling: {
    index: number;
    np_random_seed: number;
    cluster_choice_by_instance: Record<string, number>;
  }[];
  encode_features_of_image: Record<string, number[][]>;
  cluster_centers: StyleClusters;
}

interface ModelInputs {
  labels: ByteImage;
  instances: InstanceMap;
  image: FloatImage;
}

function joinSources(generator: TensorSource, encoder: TensorSource): TensorSource {
  const sourceOf = (name: string) => (generator.has(name) ? generator : encoder);
  return {
    names: () => [...generator.names(), ...encoder.names()],
    has: (name) => sourceOf(name).has(name),
    read: (name) => sourceOf(name).read(name),
  };
}

async function checkEncoded(
  model: Pix2PixHd,
  config: ModelCaseConfig,
  { labels, instances, image }: ModelInputs,
  report: CaseReport,
): Promise<void> {
  const raw = await encodeImage(model, image);
  report.compare('encoder_raw', planesOfImage(raw), FEATURES);
  const features = poolByInstance(raw, instances);
  const painted = paintFeatures(instances, features, config.opt.feat_num);
  report.compare('encoder_feat', planesOfImage(painted), FEATURES);
  const request = { labels, instances, features };
  const input = generatorInput(model.config, request);
  report.compare('input_concat', planesOfImage(input), FEATURES);
  const fake = await renderImage(model, request);
  report.compare('fake_encoded', planesOfImage(fake), FAKE);
  report.compare('infer_encoded.fake', planesOfImage(fake), FAKE);
  const rows = featureRows(features, instances);
  for (const [label, expected] of Object.entries(config.encode_features_of_image)) {
    const actual = rows.get(Number(label)) ?? [];
    report.compareValues(`features of class ${label}`, actual.flat(), expected.flat(), FEATURES);
  }
}

async function checkSampled(
  model: Pix2PixHd,
  config: ModelCaseConfig,
  { labels, instances }: ModelInputs,
  golden: GoldenCase,
  report: CaseReport,
): Promise<void> {
  for (const { index, np_random_seed, cluster_choice_by_instance } of config.sampling) {
    const random = new RandomState(np_random_seed);
    const { clusters, features } = sampleFeatures(instances, config.cluster_centers, random);
    const expected = Object.entries(cluster_choice_by_instance).map(
      ([id, cluster]) => [Number(id), cluster] as const,
    );
    report.compareValues(`infer${index} clusters`, [...clusters].flat(), expected.flat(), EXACT);
    const map = paintFeatures(instances, features, config.opt.feat_num);
    report.compare(`infer${index}.feat_map`, planesOfImage(map), FEATURES);
    const fake = await renderImage(model, { labels, instances, features });
    report.compare(`infer${index}.fake`, planesOfImage(fake), FAKE);
    const levels = `infer${index}.fake_uint8_hwc`;
    if (!golden.has(levels)) continue;
    report.compare(levels, toPixels(fake).data, LEVEL);
    const official = toPixels(imageOfPlanes(golden.peek(`infer${index}.fake`))).data;
    const name = `infer${index} truncation to 8 bits`;
    report.compareValues(name, official, golden.peek(levels).data, EXACT);
  }
}

/** The encoder's `.pth` and the cluster files hold what the safetensors file and the sidecar hold. */
async function checkFiles(
  weights: TensorSource,
  config: ModelCaseConfig,
  golden: GoldenCase,
  report: CaseReport,
): Promise<void> {
  const open = async (file: string) => bytesSource(file, await golden.folder.read(file));
  const encoder = torchTensorSource(openStateDict(await open('03_p2p_model_latest_net_E.pth')));
  for (const name of encoder.names()) {
    report.compareValues(
      `E ${name}`,
      encoder.read(name).data,
      weights.read(`E.${name}`).data,
      EXACT,
    );
  }
  for (const form of ['', '.proto2']) {
    const file = `03_p2p_features_clustered_010${form}.npy`;
    const clusters = readStyleClusters(await open(file));
    for (const [label, centres] of Object.entries(config.cluster_centers)) {
      const actual = (clusters[label] ?? []).flat();
      report.compareValues(`${file} class ${label}`, actual, centres.flat(), EXACT);
    }
  }
}

/** Inputs, encoder, pooling, style sampling and generator of one small model. */
export async function runModelCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  const config = golden.config as unknown as ModelCaseConfig;
  const inputs: ModelInputs = {
    labels: greyImageOf(golden.input('label')),
    instances: instanceMapOf(golden.input('inst')),
    image: imageOfPlanes(golden.input('image')),
  };
  const edges = instanceEdges(inputs.instances);
  report.compare('edge', edges.data, EXACT);
  const classes = oneHotLabels(inputs.labels, config.opt.label_nc);
  report.compare('input_label', planesOfImage(stackChannels([classes, edges])), EXACT);
  const weights = joinSources(
    await readNetwork(golden, '03_p2p_model.net_G.safetensors', 'G.'),
    await readNetwork(golden, '03_p2p_model.net_E.safetensors', 'E.'),
  );
  await checkFiles(weights, config, golden, report);
  const model = loadPix2PixHd(configOfOptions(config.opt), weights);
  try {
    await checkEncoded(model, config, inputs, report);
    await checkSampled(model, config, inputs, golden, report);
  } finally {
    model.dispose();
  }
  report.missing('discriminator');
  report.missing('gradients');
}
