import { CytoForgeError } from '../errors.ts';
import type { StyleGan3Config, SynthesisLayerConfig } from './bundle/manifest.ts';
import {
  countAttribute,
  flagAttribute,
  namesAttribute,
  numberAttribute,
  numbersAttribute,
  optionalNumberAttribute,
  squareAttribute,
} from './module-attributes.ts';
import type { StoredModule } from './persistent-module.ts';

const CLASS_NAMES = new Set([
  'Generator',
  'MappingNetwork',
  'SynthesisNetwork',
  'SynthesisInput',
  'SynthesisLayer',
  'FullyConnectedLayer',
]);

const MOST_MAPPING_LAYERS = 64;

function wrongArchitecture(module: StoredModule, found: string): CytoForgeError {
  return new CytoForgeError('wrong-architecture', `${module.file} is not a StyleGAN3 generator.`, {
    where: module.path === '' ? undefined : module.path,
    found,
    expected: 'a StyleGAN3 Generator',
  });
}

function checkClasses(module: StoredModule): void {
  if (!CLASS_NAMES.has(module.className)) {
    throw wrongArchitecture(module, `class ${module.className}`);
  }
  for (const child of module.modules.values()) checkClasses(child);
}

function child(module: StoredModule, name: string, className: string): StoredModule {
  const found = module.modules.get(name);
  if (found?.className !== className) {
    throw wrongArchitecture(module, found ? `class ${found.className} at ${name}` : `no ${name}`);
  }
  return found;
}

function readLayer(name: string, layer: StoredModule): SynthesisLayerConfig {
  return {
    name,
    inChannels: countAttribute(layer, 'in_channels'),
    outChannels: countAttribute(layer, 'out_channels'),
    inSize: squareAttribute(layer, 'in_size'),
    outSize: squareAttribute(layer, 'out_size'),
    inSamplingRate: numberAttribute(layer, 'in_sampling_rate'),
    outSamplingRate: numberAttribute(layer, 'out_sampling_rate'),
    tmpSamplingRate: numberAttribute(layer, 'tmp_sampling_rate'),
    inCutoff: numberAttribute(layer, 'in_cutoff'),
    outCutoff: numberAttribute(layer, 'out_cutoff'),
    inHalfWidth: numberAttribute(layer, 'in_half_width'),
    outHalfWidth: numberAttribute(layer, 'out_half_width'),
    upFactor: countAttribute(layer, 'up_factor'),
    downFactor: countAttribute(layer, 'down_factor'),
    upTaps: countAttribute(layer, 'up_taps'),
    downTaps: countAttribute(layer, 'down_taps'),
    padding: numbersAttribute(layer, 'padding', 4) as [number, number, number, number],
    convKernel: countAttribute(layer, 'conv_kernel'),
    convClamp: optionalNumberAttribute(layer, 'conv_clamp'),
    isTorgb: flagAttribute(layer, 'is_torgb'),
    isCriticallySampled: flagAttribute(layer, 'is_critically_sampled'),
    downRadial: flagAttribute(layer, 'down_radial'),
  };
}

function mappingLayers(mapping: StoredModule): number {
  const layers = countAttribute(mapping, 'num_layers');
  if (layers > MOST_MAPPING_LAYERS) throw wrongArchitecture(mapping, `${layers} layers`);
  return layers;
}

/**
 * The configuration of a stored StyleGAN3 generator. Layer numbers are those of the stored layer objects:
 * they win over what the formulas of the spec would give.
 * @throws CytoForgeError `wrong-architecture` with what was found.
 */
export function readStyleGan3Config(generator: StoredModule): StyleGan3Config {
  if (generator.className === 'Discriminator')
    throw wrongArchitecture(generator, 'a Discriminator');
  if (generator.className !== 'Generator') {
    throw wrongArchitecture(generator, `class ${generator.className}`);
  }
  const synthesis = child(generator, 'synthesis', 'SynthesisNetwork');
  if (synthesis.attributes.has('block_resolutions')) {
    throw wrongArchitecture(generator, 'a StyleGAN2 generator');
  }
  checkClasses(generator);
  const mapping = child(generator, 'mapping', 'MappingNetwork');
  const input = child(synthesis, 'input', 'SynthesisInput');
  const config: StyleGan3Config = {
    zDim: countAttribute(generator, 'z_dim'),
    cDim: countAttribute(generator, 'c_dim'),
    wDim: countAttribute(generator, 'w_dim'),
    numWs: countAttribute(generator, 'num_ws'),
    imgResolution: countAttribute(generator, 'img_resolution'),
    imgChannels: countAttribute(generator, 'img_channels'),
    mappingLayers: mappingLayers(mapping),
    outputScale: numberAttribute(synthesis, 'output_scale'),
    input: {
      channels: countAttribute(input, 'channels'),
      size: squareAttribute(input, 'size'),
      samplingRate: numberAttribute(input, 'sampling_rate'),
      bandwidth: numberAttribute(input, 'bandwidth'),
    },
    layers: namesAttribute(synthesis, 'layer_names').map((name) =>
      readLayer(name, child(synthesis, name, 'SynthesisLayer')),
    ),
  };
  if (config.numWs !== config.layers.length + 1) {
    throw wrongArchitecture(
      synthesis,
      `num_ws ${config.numWs} with ${config.layers.length} layers`,
    );
  }
  return config;
}
