import type { StyleGan3Config, SynthesisLayerConfig } from './bundle/manifest.ts';
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

const FAMILY = 'StyleGAN3';

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

/**
 * The configuration of a stored StyleGAN3 generator. Layer numbers are those of the stored layer objects:
 * they win over what the formulas of the spec would give.
 * @throws CytoForgeError `wrong-architecture` with what was found.
 */
export function readStyleGan3Config(generator: StoredModule): StyleGan3Config {
  checkIsGenerator(generator, FAMILY);
  const synthesis = childModule(generator, FAMILY, 'synthesis', 'SynthesisNetwork');
  if (familyOf(generator) !== FAMILY) {
    throw wrongGenerator(generator, FAMILY, 'a StyleGAN2 generator');
  }
  checkClasses(generator, FAMILY, CLASS_NAMES);
  const input = childModule(synthesis, FAMILY, 'input', 'SynthesisInput');
  const config: StyleGan3Config = {
    ...readMappingConfig(generator, FAMILY),
    imgResolution: countAttribute(generator, 'img_resolution'),
    imgChannels: countAttribute(generator, 'img_channels'),
    outputScale: numberAttribute(synthesis, 'output_scale'),
    input: {
      channels: countAttribute(input, 'channels'),
      size: squareAttribute(input, 'size'),
      samplingRate: numberAttribute(input, 'sampling_rate'),
      bandwidth: numberAttribute(input, 'bandwidth'),
    },
    layers: namesAttribute(synthesis, 'layer_names').map((name) =>
      readLayer(name, childModule(synthesis, FAMILY, name, 'SynthesisLayer')),
    ),
  };
  if (config.numWs !== config.layers.length + 1) {
    throw wrongGenerator(
      synthesis,
      FAMILY,
      `num_ws ${config.numWs} with ${config.layers.length} layers`,
    );
  }
  return config;
}
