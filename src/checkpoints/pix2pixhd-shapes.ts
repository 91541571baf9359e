import type { Pix2PixHdConfig } from './bundle/manifest.ts';

type Shapes = [string, number[]][];

function norm(prefix: string, channels: number, batch: boolean): Shapes {
  if (!batch) return [];
  return ['weight', 'bias', 'running_mean', 'running_var'].map((name) => [
    `${prefix}.${name}`,
    [channels],
  ]);
}

function conv(prefix: string, from: number, to: number, kernel: number): Shapes {
  return [
    [`${prefix}.weight`, [to, from, kernel, kernel]],
    [`${prefix}.bias`, [to]],
  ];
}

function convTranspose(prefix: string, from: number, to: number): Shapes {
  return [
    [`${prefix}.weight`, [from, to, 3, 3]],
    [`${prefix}.bias`, [to]],
  ];
}

function residualBlock(prefix: string, channels: number, batch: boolean): Shapes {
  return [1, 5].flatMap((at) => [
    ...conv(`${prefix}.conv_block.${at}`, channels, channels, 3),
    ...norm(`${prefix}.conv_block.${at + 1}`, channels, batch),
  ]);
}

interface Hourglass {
  from: number;
  width: number;
  downs: number;
  blocks: number;
  /** Output channels of the last convolution, null where it is cut off (the local enhancer's core). */
  to: number | null;
  batch: boolean;
}

/** A 7x7 convolution, halvings, residual blocks, doublings, a 7x7 convolution (spec B.2, B.4). */
function hourglass(prefix: string, net: Hourglass): Shapes {
  const { width, downs, blocks, batch } = net;
  const shapes = [...conv(`${prefix}.1`, net.from, width, 7), ...norm(`${prefix}.2`, width, batch)];
  for (let i = 0; i < downs; i++) {
    const to = width * 2 ** (i + 1);
    shapes.push(...conv(`${prefix}.${4 + 3 * i}`, to / 2, to, 3));
    shapes.push(...norm(`${prefix}.${5 + 3 * i}`, to, batch));
  }
  const core = 4 + 3 * downs;
  for (let i = 0; i < blocks; i++) {
    shapes.push(...residualBlock(`${prefix}.${core + i}`, width * 2 ** downs, batch));
  }
  for (let i = 0; i < downs; i++) {
    const from = width * 2 ** (downs - i);
    shapes.push(...convTranspose(`${prefix}.${core + blocks + 3 * i}`, from, from / 2));
    shapes.push(...norm(`${prefix}.${core + blocks + 3 * i + 1}`, from / 2, batch));
  }
  if (net.to !== null) {
    shapes.push(...conv(`${prefix}.${core + blocks + 3 * downs + 1}`, width, net.to, 7));
  }
  return shapes;
}

/** Enhancer `n` of the local generator (spec B.3). */
function enhancer(config: Pix2PixHdConfig, n: number, batch: boolean): Shapes {
  const width = config.ngf * 2 ** (config.nLocalEnhancers - n);
  const blocks = config.nBlocksLocal;
  const down = `model${n}_1`;
  const up = `model${n}_2`;
  return [
    ...conv(`${down}.1`, config.generatorInputNc, width, 7),
    ...norm(`${down}.2`, width, batch),
    ...conv(`${down}.4`, width, 2 * width, 3),
    ...norm(`${down}.5`, 2 * width, batch),
    ...Array.from({ length: blocks }, (_, i) =>
      residualBlock(`${up}.${i}`, 2 * width, batch),
    ).flat(),
    ...convTranspose(`${up}.${blocks}`, 2 * width, width),
    ...norm(`${up}.${blocks + 1}`, width, batch),
    ...(n === config.nLocalEnhancers ? conv(`${up}.${blocks + 4}`, width, config.outputNc, 7) : []),
  ];
}

/** Names (without `G.`) and shapes of the generator's tensors. */
export function generatorShapes(config: Pix2PixHdConfig): Map<string, number[]> {
  const batch = config.norm === 'batch';
  const local = config.netG === 'local';
  const core = hourglass('model', {
    from: config.generatorInputNc,
    width: config.ngf * (local ? 2 ** config.nLocalEnhancers : 1),
    downs: config.nDownsampleGlobal,
    blocks: config.nBlocksGlobal,
    to: local ? null : config.outputNc,
    batch,
  });
  const levels = local ? config.nLocalEnhancers : 0;
  const enhancers = Array.from({ length: levels }, (_, i) => enhancer(config, i + 1, batch));
  return new Map([...core, ...enhancers.flat()]);
}

/** Names (without `E.`) and shapes of the encoder's tensors; empty when there is none. */
export function encoderShapes(config: Pix2PixHdConfig): Map<string, number[]> {
  if (!config.encoder) return new Map();
  return new Map(
    hourglass('model', {
      from: config.outputNc,
      width: config.encoder.nef,
      downs: config.encoder.nDownsample,
      blocks: 0,
      to: config.featNum,
      batch: config.norm === 'batch',
    }),
  );
}

/** All tensors of a pix2pixHD bundle by their bundle names, `G.*` then `E.*`. */
export function pix2PixHdTensorShapes(config: Pix2PixHdConfig): Map<string, number[]> {
  const named = (prefix: string, shapes: Map<string, number[]>): Shapes =>
    [...shapes].map(([name, shape]) => [`${prefix}.${name}`, shape]);
  return new Map([...named('G', generatorShapes(config)), ...named('E', encoderShapes(config))]);
}
