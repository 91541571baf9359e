import * as v from 'valibot';
import { CytoForgeError } from '../../errors.ts';
import { SEGMENTER_ARCHITECTURES, SEGMENTER_FORMATS } from '../segmenters/segmenter-formats.ts';
import { expectedTensors } from './expected-tensors.ts';
import type {
  ModelManifest,
  Pix2PixHdConfig,
  StyleGan2Config,
  StyleGan3Config,
  WeightEntry,
} from './manifest.ts';
import type { SegmenterArchitecture, SegmenterConfigs } from './segmenter-configs.ts';

const LARGEST_SIDE = 1 << 20;
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LARGEST_SIDE));
const number = v.pipe(v.number(), v.finite());
const text = v.pipe(v.string(), v.maxLength(1000));
const longText = v.pipe(v.string(), v.maxLength(20_000));
const fileName = v.pipe(text, v.regex(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/, 'a plain file name'));

const note = v.union([text, v.number(), v.boolean(), v.null(), v.array(v.number())]);

const weight = v.object({
  name: text,
  shape: v.array(count),
  dtype: v.literal('float32'),
  quantization: v.optional(
    v.object({ dtype: v.literal('float16'), original_dtype: v.literal('float32') }),
  ),
});

const layer = v.object({
  name: text,
  inChannels: count,
  outChannels: count,
  inSize: count,
  outSize: count,
  inSamplingRate: number,
  outSamplingRate: number,
  tmpSamplingRate: number,
  inCutoff: number,
  outCutoff: number,
  inHalfWidth: number,
  outHalfWidth: number,
  upFactor: count,
  downFactor: count,
  upTaps: count,
  downTaps: count,
  padding: v.tuple([number, number, number, number]),
  convKernel: count,
  convClamp: v.nullable(number),
  isTorgb: v.boolean(),
  isCriticallySampled: v.boolean(),
  downRadial: v.boolean(),
});

const mapping = {
  zDim: count,
  cDim: count,
  wDim: count,
  numWs: count,
  mappingLayers: v.pipe(count, v.maxValue(64)),
};

const styleGan3 = v.object({
  ...mapping,
  imgResolution: count,
  imgChannels: count,
  outputScale: number,
  input: v.object({ channels: count, size: count, samplingRate: number, bandwidth: number }),
  layers: v.array(layer),
}) satisfies v.GenericSchema<StyleGan3Config>;

const filterShape = v.pipe(v.array(count), v.minLength(1), v.maxLength(2));

const styleLayer = v.object({
  inChannels: count,
  outChannels: count,
  useNoise: v.boolean(),
  convClamp: v.nullable(number),
  filterShape,
});

const styleBlocks = v.array(
  v.object({
    resolution: count,
    filterShape,
    conv0: v.nullable(styleLayer),
    conv1: styleLayer,
    torgbClamp: v.nullable(number),
  }),
);

/** Each block but the first doubles, and every convolution takes a w of its own. */
function isChain({ blocks, numWs, imgResolution }: StyleGan2Config): boolean {
  const fits = blocks.every(
    ({ resolution, conv0 }, i) => resolution === 4 * 2 ** i && (conv0 === null) === (i === 0),
  );
  return fits && numWs === 2 * blocks.length && blocks.at(-1)?.resolution === imgResolution;
}

const styleGan2 = v.pipe(
  v.object({
    ...mapping,
    imgResolution: count,
    imgChannels: count,
    architecture: v.literal('skip'),
    blocks: styleBlocks,
  }),
  v.check(isChain, 'blocks from 4 pixels to the resolution, each twice the one before'),
) satisfies v.GenericSchema<StyleGan2Config>;

const depth = v.pipe(count, v.maxValue(12));
const blocks = v.pipe(count, v.maxValue(1000));

const pix2PixHdNumbers = v.object({
  netG: v.picklist(['global', 'local']),
  labelNc: count,
  inputNc: count,
  outputNc: count,
  generatorInputNc: count,
  ngf: count,
  nDownsampleGlobal: depth,
  nBlocksGlobal: blocks,
  nLocalEnhancers: depth,
  nBlocksLocal: blocks,
  norm: v.picklist(['instance', 'batch']),
  instanceEdges: v.boolean(),
  instanceFeat: v.boolean(),
  labelFeat: v.boolean(),
  featNum: count,
  encoder: v.nullable(v.object({ nef: count, nDownsample: depth })),
  outputIsGrey: v.boolean(),
  resizeOrCrop: text,
  loadSize: count,
  fineSize: count,
});

function hasEnhancers({ netG, nLocalEnhancers }: v.InferOutput<typeof pix2PixHdNumbers>): boolean {
  return netG === 'global' || nLocalEnhancers > 0;
}

const pix2PixHd = v.pipe(
  pix2PixHdNumbers,
  v.check(hasEnhancers, 'at least one local enhancer where netG is local'),
) satisfies v.GenericSchema<Pix2PixHdConfig>;

const base = {
  format: v.literal('cytoforge-model'),
  version: v.literal(1),
  name: text,
  provenance: v.object({
    files: v.array(v.object({ name: text, bytes: v.number(), sha256: text })),
    network: v.optional(v.picklist(['G_ema', 'G'])),
    converter: text,
    licence: longText,
    training: v.optional(v.record(text, note)),
    weightsSha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')),
  }),
  defaults: v.optional(
    v.object({
      psi: v.optional(number),
      threshold: v.optional(number),
      imageSize: v.optional(count),
      smallestObject: v.optional(number),
      objectClass: v.optional(count),
    }),
  ),
  card: v.optional(fileName),
  reference: v.optional(v.object({ cases: fileName, arrays: fileName })),
  weightsManifest: v.array(v.object({ paths: v.array(fileName), weights: v.array(weight) })),
};

function segmenter<A extends SegmenterArchitecture>(architecture: A) {
  const config: v.GenericSchema<SegmenterConfigs[A]> = SEGMENTER_FORMATS[architecture].schema;
  return v.object({ ...base, architecture: v.literal(architecture), config });
}

const manifestSchema = v.variant('architecture', [
  v.object({ ...base, architecture: v.literal('stylegan3'), config: styleGan3 }),
  v.object({ ...base, architecture: v.literal('stylegan2'), config: styleGan2 }),
  v.object({
    ...base,
    architecture: v.literal('pix2pixhd'),
    config: pix2PixHd,
    styleClusters: v.optional(v.record(text, v.array(v.array(number)))),
  }),
  segmenter('cellpose'),
  segmenter('u2net'),
  segmenter('unet2d'),
  segmenter('mesmer'),
  segmenter('maskrcnn'),
]) satisfies v.GenericSchema<ModelManifest>;

const ARCHITECTURES: string[] = [
  'stylegan3',
  'stylegan2',
  'pix2pixhd',
  ...SEGMENTER_ARCHITECTURES,
] satisfies ModelManifest['architecture'][];

function invalid(where: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('corrupt', 'model.json is not a valid model manifest.', {
    where,
    found,
    expected,
    hint: 'Convert the model again.',
  });
}

function checkWeights(manifest: ModelManifest): void {
  const weights = manifest.weightsManifest.flatMap((group) => group.weights);
  const byName = new Map(weights.map((entry): [string, WeightEntry] => [entry.name, entry]));
  if (byName.size !== weights.length)
    throw invalid('weightsManifest', 'a name twice', 'names once');
  for (const [name, shape] of expectedTensors(manifest)) {
    const found = byName.get(name);
    if (found?.shape.join() === shape.join()) continue;
    throw new CytoForgeError('missing-tensor', 'The bundle does not have the tensors it should.', {
      where: name,
      found: found ? `shape [${found.shape.join(', ')}]` : 'no such tensor',
      expected: `shape [${shape.join(', ')}]`,
      hint: 'Convert the model again.',
    });
  }
}

/**
 * Checks the parsed `model.json` of a bundle.
 * @throws CytoForgeError `not-a-checkpoint` when it is no bundle, `unsupported` for a later version or
 * another architecture, `corrupt` with the path of the first wrong field, `missing-tensor`.
 */
export function parseManifest(json: unknown): ModelManifest {
  const head = v.safeParse(v.object({ format: text, version: number, architecture: text }), json);
  if (!head.success || head.output.format !== 'cytoforge-model') {
    throw new CytoForgeError('not-a-checkpoint', 'This is not a CytoForge model.', {
      where: 'format',
      found: 'another JSON file',
      expected: 'model.json with format "cytoforge-model"',
      hint: 'Choose the model.json of a CytoForge model and the files beside it.',
    });
  }
  const { version, architecture } = head.output;
  if (version !== 1 || !ARCHITECTURES.includes(architecture)) {
    throw new CytoForgeError('unsupported', 'This model is of a kind not known here.', {
      where: 'architecture, version',
      found: `${architecture}, version ${version}`,
      expected: `${ARCHITECTURES.join(', ')}; version 1`,
      hint: 'Use a later version of CytoForge.',
    });
  }
  const result = v.safeParse(manifestSchema, json);
  if (!result.success) {
    const [issue] = result.issues;
    throw invalid(
      v.getDotPath(issue) ?? 'model.json',
      issue.received,
      issue.expected ?? issue.message,
    );
  }
  checkWeights(result.output);
  return result.output;
}
