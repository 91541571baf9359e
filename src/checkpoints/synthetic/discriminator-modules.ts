import type { Picklable } from '../pickle/picklable.ts';
import { fullyConnected } from './generator-attributes.ts';
import type { ModuleDescription, NetworkToWrite } from './stored-network.ts';
import { initialWeight } from './stylegan-weights.ts';

/** What a discriminator is made for; every configuration has StyleGAN2's (spec A.9). */
export interface DiscriminatorConfig {
  imgResolution: number;
  imgChannels: number;
  channelBase: number;
  channelMax: number;
}

const FILTER = [4, 4];
const EPILOGUE = 4;

function channelsAt({ channelBase, channelMax }: DiscriminatorConfig, resolution: number): number {
  return Math.min(Math.floor(channelBase / resolution), channelMax);
}

function blockResolutions({ imgResolution }: DiscriminatorConfig): number[] {
  const count = Math.log2(imgResolution) - 2;
  return Array.from({ length: count }, (_, i) => imgResolution / 2 ** i);
}

type Shapes = [string, number[] | null][];

function convolutionShapes(prefix: string, from: number, to: number, kernel: number): Shapes {
  return [
    [`${prefix}.weight`, [to, from, kernel, kernel]],
    [`${prefix}.bias`, [to]],
    [`${prefix}.resample_filter`, FILTER],
  ];
}

function blockShapes(config: DiscriminatorConfig, resolution: number): Shapes {
  const prefix = `b${resolution}`;
  const [width, next] = [channelsAt(config, resolution), channelsAt(config, resolution / 2)];
  const isFirst = resolution === config.imgResolution;
  const [weight, , filter] = convolutionShapes(`${prefix}.skip`, width, next, 1);
  return [
    [`${prefix}.resample_filter`, FILTER],
    ...(isFirst ? convolutionShapes(`${prefix}.fromrgb`, config.imgChannels, width, 1) : []),
    ...convolutionShapes(`${prefix}.conv0`, width, width, 3),
    ...convolutionShapes(`${prefix}.conv1`, width, next, 3),
    weight,
    filter,
  ];
}

function epilogueShapes(config: DiscriminatorConfig): Shapes {
  const width = channelsAt(config, EPILOGUE);
  return [
    ['b4.mbstd', null],
    ...convolutionShapes('b4.conv', width + 1, width, 3),
    ['b4.fc.weight', [width, width * EPILOGUE ** 2]],
    ['b4.fc.bias', [width]],
    ['b4.out.weight', [1, width]],
    ['b4.out.bias', [1]],
  ];
}

function convolutionModule(shape: readonly number[], part: string): ModuleDescription {
  const [to, from, kernel] = shape;
  const attributes: Record<string, Picklable> = {
    in_channels: from,
    out_channels: to,
    activation: part === 'skip' ? 'linear' : 'lrelu',
    up: 1,
    down: part === 'conv1' || part === 'skip' ? 2 : 1,
    conv_clamp: part === 'skip' ? null : 256,
    padding: Math.floor(kernel / 2),
    weight_gain: 1 / Math.sqrt(from * kernel ** 2),
    act_gain: part === 'skip' ? 1 : Math.SQRT2,
  };
  if (part === 'skip') attributes.bias = null;
  return { className: 'Conv2dLayer', attributes };
}

function blockModule(config: DiscriminatorConfig, resolution: number): ModuleDescription {
  const before = blockResolutions(config).indexOf(resolution);
  const shared = { img_channels: config.imgChannels, resolution, architecture: 'resnet' };
  if (resolution === EPILOGUE) {
    const sizes = { in_channels: channelsAt(config, EPILOGUE), cmap_dim: 0 };
    return { className: 'DiscriminatorEpilogue', attributes: { ...sizes, ...shared } };
  }
  const attributes = {
    in_channels: before === 0 ? 0 : channelsAt(config, resolution),
    ...shared,
    first_layer_idx: before === 0 ? 0 : 3 * before + 1,
    use_fp16: false,
    channels_last: false,
    num_layers: before === 0 ? 4 : 3,
  };
  return { className: 'DiscriminatorBlock', attributes };
}

function networkAttributes(config: DiscriminatorConfig): Record<string, Picklable> {
  return {
    c_dim: 0,
    img_resolution: config.imgResolution,
    img_resolution_log2: Math.log2(config.imgResolution),
    img_channels: config.imgChannels,
    block_resolutions: blockResolutions(config),
  };
}

/** A made-up discriminator without classes, as every snapshot has one beside its generators. */
export function discriminatorNetwork(config: DiscriminatorConfig): NetworkToWrite {
  const shapes = new Map<string, number[] | null>([
    ...blockResolutions(config).flatMap((resolution) => blockShapes(config, resolution)),
    ...epilogueShapes(config),
  ]);
  const describe = (path: string): ModuleDescription => {
    if (path === '') {
      return { className: 'Discriminator', attributes: networkAttributes(config) };
    }
    const [block, part] = path.split('.');
    if (!part) return blockModule(config, Number(block.slice(1)));
    if (part === 'mbstd') {
      return { className: 'MinibatchStdLayer', attributes: { group_size: 4, num_channels: 1 } };
    }
    const shape = shapes.get(`${path}.weight`) ?? [];
    return shape.length === 4
      ? convolutionModule(shape, part)
      : fullyConnected(shape[1], shape[0], part === 'out' ? 'linear' : 'lrelu');
  };
  return { shapes, describe, values: initialWeight };
}
