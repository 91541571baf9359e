import { CytoForgeError } from '../errors.ts';
import type { Pix2PixHdConfig } from './bundle/manifest.ts';
import type { ByteSource } from './byte-source.ts';
import { type Options, readOptions } from './opt-txt.ts';
import type { TorchTensor } from './pickle/torch-records.ts';
import {
  checkOptions,
  countOption,
  guessInputLayout,
  inputLayoutFromOptions,
} from './pix2pixhd-options.ts';
import { encoderShapes, generatorShapes } from './pix2pixhd-shapes.ts';
import {
  deriveEncoder,
  deriveGenerator,
  type EncoderStructure,
  type GeneratorStructure,
} from './pix2pixhd-structure.ts';
import { readStyleClusters, type StyleClusters } from './style-clusters.ts';
import type { TensorSource } from './tensor-source.ts';
import { openStateDict } from './torch/state-dict.ts';
import { checkTensors, checkTensorsAreStored, torchTensorSource } from './torch/tensor-map.ts';

/** The files of one pix2pixHD checkpoint folder. */
export interface Pix2PixHdFiles {
  /** `*_net_G.pth` */
  generator: ByteSource;
  /** `*_net_E.pth` */
  encoder?: ByteSource;
  /** `features_clustered_*.npy` */
  clusters?: ByteSource;
  /** `opt.txt` */
  options?: ByteSource;
}

/** An open pix2pixHD checkpoint: weights `G.*` and `E.*` are still in the files. */
export interface Pix2PixHdCheckpoint {
  config: Pix2PixHdConfig;
  weights: TensorSource;
  styleClusters?: StyleClusters;
}

function rowsAreEqual(weights: TensorSource, convolution: string, rows: number): boolean {
  return [`G.${convolution}.weight`, `G.${convolution}.bias`].every((name) => {
    const { data } = weights.read(name);
    const length = data.length / rows;
    return data.every((value, i) => value === data[i % length]);
  });
}

function checkClusters(clusters: StyleClusters, featNum: number, file: string): void {
  for (const [label, centres] of Object.entries(clusters)) {
    const odd = centres.find((centre) => centre.length !== featNum);
    if (!odd) continue;
    throw new CytoForgeError('wrong-architecture', `${file} does not fit the generator.`, {
      where: `label ${label}`,
      found: `${odd.length} numbers per cluster`,
      expected: `${featNum} features`,
      hint: 'Choose features_clustered_*.npy, not features.npy.',
    });
  }
}

function clusterWidth(clusters: StyleClusters | null): number | null {
  return Object.values(clusters ?? {}).flat()[0]?.length ?? null;
}

function makeConfig(
  structure: GeneratorStructure,
  encoder: EncoderStructure | null,
  options: Options | null,
  clusters: StyleClusters | null,
): Pix2PixHdConfig {
  const { lastConvolution: _, ...network } = structure;
  const featNum = encoder?.featNum ?? clusterWidth(clusters);
  const layout = options
    ? inputLayoutFromOptions(options, structure.generatorInputNc, encoder)
    : guessInputLayout(structure.generatorInputNc, featNum);
  return {
    ...network,
    ...layout,
    encoder: encoder && { nef: encoder.nef, nDownsample: encoder.nDownsample },
    outputIsGrey: false,
    resizeOrCrop: String(options?.get('resize_or_crop') ?? 'scale_width'),
    loadSize: countOption(options, 'loadSize', 1024),
    fineSize: countOption(options, 'fineSize', 512),
  };
}

function prefixed(prefix: string, tensors: ReadonlyMap<string, TorchTensor>) {
  return [...tensors].map(([name, tensor]): [string, TorchTensor] => [`${prefix}.${name}`, tensor]);
}

function checkNetwork(
  { name, size }: ByteSource,
  tensors: ReadonlyMap<string, TorchTensor>,
  expected: ReadonlyMap<string, number[]>,
): void {
  checkTensors(name, tensors, expected);
  checkTensorsAreStored(name, size, tensors, expected.keys());
}

/**
 * Opens a pix2pixHD checkpoint from its official files. The networks' structure comes from the tensors;
 * `opt.txt` says what the input channels mean and must not contradict them. Without it the likeliest
 * meaning is taken (`guessInputLayout`).
 * @throws CytoForgeError as `openStateDict` and `readStyleClusters`, `wrong-architecture`,
 * `missing-tensor` with the first name that differs, `bad-option`.
 */
export function openPix2PixHd(files: Pix2PixHdFiles): Pix2PixHdCheckpoint {
  const generator = openStateDict(files.generator);
  const encoder = files.encoder ? openStateDict(files.encoder) : new Map<string, TorchTensor>();
  const options = files.options ? readOptions(files.options) : null;
  const clusters = files.clusters ? readStyleClusters(files.clusters) : null;
  const structure = deriveGenerator(files.generator.name, generator);
  const encoderStructure = files.encoder ? deriveEncoder(files.encoder.name, encoder) : null;
  if (options) checkOptions(options, structure, encoderStructure);
  const config = makeConfig(structure, encoderStructure, options, clusters);
  checkNetwork(files.generator, generator, generatorShapes(config));
  if (files.encoder) checkNetwork(files.encoder, encoder, encoderShapes(config));
  if (clusters && files.clusters) checkClusters(clusters, config.featNum, files.clusters.name);
  const weights = torchTensorSource(
    new Map([...prefixed('G', generator), ...prefixed('E', encoder)]),
  );
  config.outputIsGrey =
    config.outputNc > 1 && rowsAreEqual(weights, structure.lastConvolution, config.outputNc);
  return { config, weights, ...(clusters ? { styleClusters: clusters } : {}) };
}
