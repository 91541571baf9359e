import { CytoForgeError } from '../errors.ts';
import type { StyleGan2Config, StyleGan2Layer } from './bundle/manifest.ts';
import {
  checkClasses,
  checkIsGenerator,
  childModule,
  familyOf,
  readMappingConfig,
  wrongGenerator,
} from './generator-modules.ts';
import {
  countAttribute,
  flagAttribute,
  numberListAttribute,
  optionalNumberAttribute,
  textAttribute,
} from './module-attributes.ts';
import type { StoredModule } from './persistent-module.ts';
import { filterShapeOf, tensorShapeOf } from './stored-shapes.ts';

const FAMILY = 'StyleGAN2';
const CLASS_NAMES = new Set([
  'Generator',
  'MappingNetwork',
  'SynthesisNetwork',
  'SynthesisBlock',
  'SynthesisLayer',
  'ToRGBLayer',
  'FullyConnectedLayer',
]);

function unsupported(module: StoredModule, name: string, found: string, expected: string) {
  return new CytoForgeError('unsupported', `${module.file} has an option not known here.`, {
    where: `${module.path}.${name}`,
    found,
    expected,
    hint: 'Networks trained with the official options open.',
  });
}

function readLayer(block: StoredModule, name: 'conv0' | 'conv1'): StyleGan2Layer {
  const layer = childModule(block, FAMILY, name, 'SynthesisLayer');
  const activation = textAttribute(layer, 'activation');
  if (activation !== 'lrelu') throw unsupported(layer, 'activation', activation, 'lrelu');
  const up = countAttribute(layer, 'up');
  const expectedUp = name === 'conv0' ? 2 : 1;
  if (up !== expectedUp) throw unsupported(layer, 'up', `${up}`, `${expectedUp}`);
  const [outChannels, inChannels] = tensorShapeOf(layer, 'weight', 4);
  return {
    inChannels,
    outChannels,
    useNoise: flagAttribute(layer, 'use_noise'),
    convClamp: optionalNumberAttribute(layer, 'conv_clamp'),
    filterShape: filterShapeOf(layer),
  };
}

function readBlock(synthesis: StoredModule, resolution: number, isFirst: boolean) {
  const block = childModule(synthesis, FAMILY, `b${resolution}`, 'SynthesisBlock');
  const architecture = textAttribute(block, 'architecture');
  if (architecture !== 'skip') {
    throw unsupported(block, 'architecture', `architecture ${architecture}`, 'architecture skip');
  }
  const torgb = childModule(block, FAMILY, 'torgb', 'ToRGBLayer');
  return {
    resolution,
    filterShape: filterShapeOf(block),
    conv0: isFirst ? null : readLayer(block, 'conv0'),
    conv1: readLayer(block, 'conv1'),
    torgbClamp: optionalNumberAttribute(torgb, 'conv_clamp'),
  };
}

/**
 * The configuration of a stored StyleGAN2 generator, of the StyleGAN3 repository or of StyleGAN2-ADA (PyTorch).
 * Channels are those of the stored weights.
 * @throws CytoForgeError `wrong-architecture` with what was found; `unsupported` for the `orig` and `resnet`
 * architectures; `missing-tensor`.
 */
export function readStyleGan2Config(generator: StoredModule): StyleGan2Config {
  checkIsGenerator(generator, FAMILY);
  const synthesis = childModule(generator, FAMILY, 'synthesis', 'SynthesisNetwork');
  if (familyOf(generator) !== FAMILY) {
    throw wrongGenerator(generator, FAMILY, 'a StyleGAN3 generator');
  }
  checkClasses(generator, FAMILY, CLASS_NAMES);
  const imgResolution = countAttribute(generator, 'img_resolution');
  const resolutions = numberListAttribute(synthesis, 'block_resolutions');
  const doubling = resolutions.every((resolution, i) => resolution === 4 * 2 ** i);
  if (!doubling || resolutions.at(-1) !== imgResolution) {
    throw wrongGenerator(synthesis, FAMILY, `blocks of ${resolutions.join(', ')} pixels`);
  }
  const config: StyleGan2Config = {
    ...readMappingConfig(generator, FAMILY),
    imgResolution,
    imgChannels: countAttribute(generator, 'img_channels'),
    architecture: 'skip',
    blocks: resolutions.map((resolution, i) => readBlock(synthesis, resolution, i === 0)),
  };
  if (config.numWs !== 2 * config.blocks.length) {
    throw wrongGenerator(synthesis, FAMILY, `num_ws ${config.numWs} for ${imgResolution} pixels`);
  }
  return config;
}
