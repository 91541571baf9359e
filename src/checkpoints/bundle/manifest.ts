/**
 * `model.json` of a model bundle: TensorFlow.js's weights-manifest form (so `tf.io` reads the shards) plus
 * our fields. Weight names and layouts are the official state dict's (OIHW convolutions); networks
 * transpose when they load.
 */

import type { TrainingNotes } from '../training-notes.ts';
import type { SegmenterArchitecture, SegmenterConfigs } from './segmenter-configs.ts';

/** One weight: float16 shards carry TensorFlow.js's own `quantization` entry and decode to float32. */
export interface WeightEntry {
  name: string;
  shape: number[];
  dtype: 'float32';
  quantization?: { dtype: 'float16'; original_dtype: 'float32' };
}

/** A group of weights stored one after the other across `paths`. */
export interface WeightGroup {
  paths: string[];
  weights: WeightEntry[];
}

/** Where a model came from, and what may be done with it. */
export interface Provenance {
  files: { name: string; bytes: number; sha256: string }[];
  /** Which generator of a StyleGAN snapshot: the averaged one, or the one in training. */
  network?: 'G_ema' | 'G';
  converter: string;
  licence: string;
  /** What the checkpoint says of its training, without paths. */
  training?: TrainingNotes;
  /** SHA-256 (hex) over all shards in order: the identity that recipes and data sets record. */
  weightsSha256: string;
}

/** One StyleGAN3 synthesis layer, as stored in the snapshot's own layer objects (spec A.3). */
export interface SynthesisLayerConfig {
  name: string;
  inChannels: number;
  outChannels: number;
  /** Square sizes in pixels; `[width, height]` in the official objects, equal in every official model. */
  inSize: number;
  outSize: number;
  inSamplingRate: number;
  outSamplingRate: number;
  tmpSamplingRate: number;
  inCutoff: number;
  outCutoff: number;
  inHalfWidth: number;
  outHalfWidth: number;
  upFactor: number;
  downFactor: number;
  upTaps: number;
  downTaps: number;
  /** `[xLow, xHigh, yLow, yHigh]`, negative crops. */
  padding: [number, number, number, number];
  convKernel: number;
  convClamp: number | null;
  isTorgb: boolean;
  isCriticallySampled: boolean;
  downRadial: boolean;
}

/** What a StyleGAN's mapping network is made of (spec A.2). */
export interface MappingConfig {
  zDim: number;
  cDim: number;
  wDim: number;
  numWs: number;
  mappingLayers: number;
}

/** A StyleGAN3 generator. Weight names: `synthesis.*`, `mapping.*` (spec A.7). */
export interface StyleGan3Config extends MappingConfig {
  imgResolution: number;
  imgChannels: number;
  outputScale: number;
  input: { channels: number; size: number; samplingRate: number; bandwidth: number };
  layers: SynthesisLayerConfig[];
}

/** One convolution of a StyleGAN2 block. */
export interface StyleGan2Layer {
  inChannels: number;
  outChannels: number;
  useNoise: boolean;
  convClamp: number | null;
  /** Shape of the stored resampling filter: `[taps]` is separable. */
  filterShape: number[];
}

/** One resolution of a StyleGAN2 synthesis. */
export interface StyleGan2Block {
  resolution: number;
  /** Shape of the filter that doubles the image so far: `[taps]` is separable. */
  filterShape: number[];
  /** Doubles the map; null in the first block, which begins with a learned constant. */
  conv0: StyleGan2Layer | null;
  conv1: StyleGan2Layer;
  torgbClamp: number | null;
}

/** A StyleGAN2 generator. Weight names: `synthesis.b*`, `mapping.*` (spec A.7, A.8). */
export interface StyleGan2Config extends MappingConfig {
  imgResolution: number;
  imgChannels: number;
  /** Every block adds its own image to the enlarged one before. */
  architecture: 'skip';
  blocks: StyleGan2Block[];
}

/** A pix2pixHD model. Weight names: `G.<state dict name>`, `E.<state dict name>` (spec B.2–B.4). */
export interface Pix2PixHdConfig {
  netG: 'global' | 'local';
  labelNc: number;
  inputNc: number;
  outputNc: number;
  /** Channels of G's first convolution. */
  generatorInputNc: number;
  ngf: number;
  nDownsampleGlobal: number;
  nBlocksGlobal: number;
  nLocalEnhancers: number;
  nBlocksLocal: number;
  norm: 'instance' | 'batch';
  /** Whether an edge channel from the instance map is part of the input (`!no_instance`). */
  instanceEdges: boolean;
  instanceFeat: boolean;
  labelFeat: boolean;
  featNum: number;
  /** Null when the bundle has no encoder. */
  encoder: { nef: number; nDownsample: number } | null;
  /** All output channels are equal by construction, so images are written as grey. */
  outputIsGrey: boolean;
  resizeOrCrop: string;
  loadSize: number;
  fineSize: number;
}

/** Settings a model proposes for a fresh recipe. */
export interface ModelDefaults {
  psi?: number;
  /** 8-bit grey level: a pixel below it is background. */
  threshold?: number;
  /** Proposed image side in pixels. */
  imageSize?: number;
  /** Smallest object kept, in pixels of the full-size label map. */
  smallestObject?: number;
  /** Class of objects in the label maps that an image model reads. */
  objectClass?: number;
}

interface ManifestBase {
  format: 'cytoforge-model';
  version: 1;
  name: string;
  provenance: Provenance;
  defaults?: ModelDefaults;
  /** File name of the model card beside `model.json`. */
  card?: string;
  /** File names of what the original made with these weights, for a self-test: `reference.json` and its arrays. */
  reference?: { cases: string; arrays: string };
  weightsManifest: WeightGroup[];
}

export interface StyleGan3Manifest extends ManifestBase {
  architecture: 'stylegan3';
  config: StyleGan3Config;
}

export interface StyleGan2Manifest extends ManifestBase {
  architecture: 'stylegan2';
  config: StyleGan2Config;
}

/** A model that draws masks. */
export type MaskManifest = StyleGan3Manifest | StyleGan2Manifest;

export interface Pix2PixHdManifest extends ManifestBase {
  architecture: 'pix2pixhd';
  config: Pix2PixHdConfig;
  /** K-means centres by label: `[clusters][featNum]`. */
  styleClusters?: Record<string, number[][]>;
}

/** A model that segments images, of one architecture. */
export interface SegmenterManifestOf<A extends SegmenterArchitecture> extends ManifestBase {
  architecture: A;
  config: SegmenterConfigs[A];
}

/** A model that segments images. */
export type SegmenterManifest = {
  [A in SegmenterArchitecture]: SegmenterManifestOf<A>;
}[SegmenterArchitecture];

/** A model that makes samples. */
export type GeneratorManifest = MaskManifest | Pix2PixHdManifest;

/** The whole of `model.json`. */
export type ModelManifest = GeneratorManifest | SegmenterManifest;
