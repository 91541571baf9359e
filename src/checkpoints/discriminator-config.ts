import { CytoForgeError } from '../errors.ts';
import { checkMappingLayers } from './generator-modules.ts';
import {
  countAttribute,
  flagAttribute,
  numberListAttribute,
  optionalNumberAttribute,
  textAttribute,
} from './module-attributes.ts';
import type { StoredModule } from './persistent-module.ts';
import { filterShapeOf, tensorShapeOf } from './stored-shapes.ts';

/** One resolution of a discriminator (spec A.9). */
export interface DiscriminatorBlock {
  resolution: number;
  channels: number;
  /** Channels at half the resolution. */
  outChannels: number;
  /** Reads the image: the first block, and with `skip` every one. */
  fromrgb: boolean;
  convClamp: number | null;
  useFp16: boolean;
}

/** A discriminator of StyleGAN2 or 3, which are alike. Weight names: `b*`, `mapping.*` (spec A.7). */
export interface DiscriminatorConfig {
  imgResolution: number;
  imgChannels: number;
  cDim: number;
  architecture: 'orig' | 'skip' | 'resnet';
  /** Shape of the stored resampling filters: `[taps]` is separable. */
  filterShape: number[];
  /** From the image's resolution down to 8. */
  blocks: DiscriminatorBlock[];
  /** What judges the last 4 × 4 pixels. */
  epilogue: {
    channels: number;
    convClamp: number | null;
    /** Null when the samples of a batch are not compared; `groupSize` null is the whole batch. */
    minibatchStd: { groupSize: number | null; channels: number } | null;
  };
  /** How classes are compared with what was seen; null when there are none. */
  mapping: { layers: number; cmapDim: number } | null;
}

const ARCHITECTURES = ['orig', 'skip', 'resnet'] as const;

function wrongDiscriminator(module: StoredModule, found: string): CytoForgeError {
  return new CytoForgeError('wrong-architecture', `${module.file} has another discriminator.`, {
    where: module.path === '' ? 'D' : module.path,
    found,
    expected: 'a StyleGAN2 or StyleGAN3 Discriminator',
    hint: 'Choose a network-snapshot .pkl of the StyleGAN3 repository.',
  });
}

function child(module: StoredModule, name: string, className: string): StoredModule {
  const found = module.modules.get(name);
  if (found?.className === className) return found;
  const what = found ? `class ${found.className} at ${name}` : `no ${name}`;
  throw wrongDiscriminator(module, what);
}

/** Its activation is the only one known; skip connections have none. */
function convolution(module: StoredModule, name: string): StoredModule {
  const layer = child(module, name, 'Conv2dLayer');
  const activation = textAttribute(layer, 'activation');
  if (activation === (name === 'skip' ? 'linear' : 'lrelu')) return layer;
  throw new CytoForgeError('unsupported', `${module.file} has an option not known here.`, {
    where: `${layer.path}.activation`,
    found: activation,
    expected: 'lrelu',
    hint: 'Networks trained with the official options open.',
  });
}

function architectureOf(module: StoredModule): DiscriminatorConfig['architecture'] {
  const name = textAttribute(module, 'architecture');
  const known = ARCHITECTURES.find((architecture) => architecture === name);
  if (known) return known;
  throw wrongDiscriminator(module, `architecture ${name}`);
}

function readBlock(discriminator: StoredModule, resolution: number): DiscriminatorBlock {
  const block = child(discriminator, `b${resolution}`, 'DiscriminatorBlock');
  const conv0 = convolution(block, 'conv0');
  const [outChannels, channels] = tensorShapeOf(convolution(block, 'conv1'), 'weight', 4);
  if (block.modules.has('fromrgb')) convolution(block, 'fromrgb');
  if (architectureOf(block) === 'resnet') convolution(block, 'skip');
  return {
    resolution,
    channels,
    outChannels,
    fromrgb: block.modules.has('fromrgb'),
    convClamp: optionalNumberAttribute(conv0, 'conv_clamp'),
    useFp16: flagAttribute(block, 'use_fp16'),
  };
}

function readEpilogue(discriminator: StoredModule): DiscriminatorConfig['epilogue'] {
  const epilogue = child(discriminator, 'b4', 'DiscriminatorEpilogue');
  const compares = epilogue.modules.has('mbstd');
  const mbstd = compares ? child(epilogue, 'mbstd', 'MinibatchStdLayer') : null;
  return {
    channels: countAttribute(epilogue, 'in_channels'),
    convClamp: optionalNumberAttribute(convolution(epilogue, 'conv'), 'conv_clamp'),
    minibatchStd: mbstd && {
      groupSize: optionalNumberAttribute(mbstd, 'group_size'),
      channels: countAttribute(mbstd, 'num_channels'),
    },
  };
}

function readMapping(discriminator: StoredModule): DiscriminatorConfig['mapping'] {
  if (countAttribute(discriminator, 'c_dim') === 0) return null;
  const mapping = child(discriminator, 'mapping', 'MappingNetwork');
  const layers = checkMappingLayers(mapping);
  return { layers, cmapDim: countAttribute(mapping, 'w_dim') };
}

/** Each block begins with the channels that the one before ends with. */
function checkChain(
  discriminator: StoredModule,
  { blocks, epilogue, imgResolution }: DiscriminatorConfig,
) {
  for (const [i, { resolution, outChannels }] of blocks.entries()) {
    const next = blocks[i + 1]?.channels ?? epilogue.channels;
    if (resolution !== imgResolution / 2 ** i) {
      throw wrongDiscriminator(discriminator, `block ${i + 1} of ${resolution} pixels`);
    }
    if (outChannels === next) continue;
    throw wrongDiscriminator(
      discriminator,
      `b${resolution} with ${outChannels} channels before one with ${next}`,
    );
  }
  if (blocks.at(-1)?.resolution !== 8) {
    throw wrongDiscriminator(discriminator, `${blocks.length} blocks for ${imgResolution} pixels`);
  }
}

/**
 * The configuration of a stored discriminator, of the StyleGAN3 repository or of StyleGAN2-ADA (PyTorch). Channels
 * are those of the stored weights.
 * @throws CytoForgeError `wrong-architecture` with what was found; `unsupported` for other activations;
 * `missing-tensor`.
 */
export function readDiscriminatorConfig(discriminator: StoredModule): DiscriminatorConfig {
  const { className } = discriminator;
  if (className !== 'Discriminator') {
    throw wrongDiscriminator(discriminator, `class ${className}`);
  }
  const resolutions = numberListAttribute(discriminator, 'block_resolutions');
  const epilogue = child(discriminator, 'b4', 'DiscriminatorEpilogue');
  const config: DiscriminatorConfig = {
    imgResolution: countAttribute(discriminator, 'img_resolution'),
    imgChannels: countAttribute(discriminator, 'img_channels'),
    cDim: countAttribute(discriminator, 'c_dim'),
    architecture: architectureOf(epilogue),
    filterShape: filterShapeOf(convolution(epilogue, 'conv')),
    blocks: resolutions.map((resolution) => readBlock(discriminator, resolution)),
    epilogue: readEpilogue(discriminator),
    mapping: readMapping(discriminator),
  };
  checkChain(discriminator, config);
  return config;
}
