import { CytoForgeError } from '../errors.ts';
import type { TorchTensor } from './pickle/torch-records.ts';

const DEEPEST = 12;
const MOST_BLOCKS = 1000;

type Tensors = ReadonlyMap<string, TorchTensor>;

/** What the generator's tensor names and shapes say about it. */
export interface GeneratorStructure {
  netG: 'global' | 'local';
  generatorInputNc: number;
  outputNc: number;
  ngf: number;
  nDownsampleGlobal: number;
  nBlocksGlobal: number;
  nLocalEnhancers: number;
  nBlocksLocal: number;
  norm: 'instance' | 'batch';
  /** Name of the last convolution, without `.weight`. */
  lastConvolution: string;
}

/** What the encoder's tensor names and shapes say about it. */
export interface EncoderStructure {
  inputNc: number;
  featNum: number;
  nef: number;
  nDownsample: number;
  norm: 'instance' | 'batch';
}

function notPix2PixHd(file: string, network: string, tensors: Tensors, reason: string) {
  const first = [...tensors][0];
  const shown = first ? `${first[0]} of shape [${first[1].shape.join(', ')}] first` : 'no tensors';
  return new CytoForgeError('wrong-architecture', `${file} is not a pix2pixHD ${network}.`, {
    where: reason,
    found: shown,
    expected: `the state dict of pix2pixHD's ${network}`,
    hint: 'Choose latest_net_G.pth as generator and latest_net_E.pth as encoder.',
  });
}

/** Indices `i` of 4-D weights `{prefix}.{i}.weight`, ascending. */
function convolutionIndices(tensors: Tensors, prefix: string): number[] {
  const indices: number[] = [];
  for (const [name, tensor] of tensors) {
    const match =
      name.startsWith(`${prefix}.`) && /^(\d+)\.weight$/.exec(name.slice(prefix.length + 1));
    if (match && tensor.shape.length === 4) indices.push(Number(match[1]));
  }
  return indices.sort((a, b) => a - b);
}

/** Indices of residual blocks `{prefix}.{i}.conv_block.*`, ascending. */
function blockIndices(tensors: Tensors, prefix: string): number[] {
  const indices = new Set<number>();
  for (const name of tensors.keys()) {
    const match =
      name.startsWith(`${prefix}.`) && /^(\d+)\.conv_block\./.exec(name.slice(prefix.length + 1));
    if (match) indices.add(Number(match[1]));
  }
  return [...indices].sort((a, b) => a - b);
}

function normOf(tensors: Tensors, prefix: string): 'instance' | 'batch' {
  return tensors.has(`${prefix}.2.weight`) ? 'batch' : 'instance';
}

function countEnhancers(tensors: Tensors): number {
  let count = 0;
  while (count <= DEEPEST && tensors.has(`model${count + 1}_1.1.weight`)) count++;
  return count;
}

function isDepth(downs: number): boolean {
  return Number.isInteger(downs) && downs >= 0 && downs <= DEEPEST;
}

/**
 * Derives the generator's structure from its tensors (spec B.2, B.3).
 * @throws CytoForgeError `wrong-architecture` when it is something else.
 */
export function deriveGenerator(file: string, tensors: Tensors): GeneratorStructure {
  const first = tensors.get('model.1.weight')?.shape;
  const blocks = blockIndices(tensors, 'model');
  const convolutions = convolutionIndices(tensors, 'model');
  const downs = (blocks[0] - 4) / 3;
  if (first?.length !== 4 || blocks.length === 0 || !isDepth(downs)) {
    throw notPix2PixHd(file, 'generator', tensors, 'model.1, conv_block');
  }
  const enhancers = countEnhancers(tensors);
  const local = enhancers > 0;
  const localBlocks = local ? blockIndices(tensors, `model${enhancers}_2`).length : 0;
  const lastConvolution = local
    ? `model${enhancers}_2.${localBlocks + 4}`
    : `model.${convolutions.at(-1)}`;
  const last = tensors.get(`${lastConvolution}.weight`)?.shape;
  const width = local ? tensors.get(`model${enhancers}_1.1.weight`)?.shape[0] : first[0];
  const tooMany = enhancers > DEEPEST || Math.max(blocks.length, localBlocks) > MOST_BLOCKS;
  if (last?.length !== 4 || width === undefined || tooMany) {
    throw notPix2PixHd(file, 'generator', tensors, lastConvolution);
  }
  return {
    netG: local ? 'local' : 'global',
    generatorInputNc: first[1],
    outputNc: last[0],
    ngf: width,
    nDownsampleGlobal: downs,
    nBlocksGlobal: blocks.length,
    nLocalEnhancers: enhancers,
    nBlocksLocal: localBlocks,
    norm: normOf(tensors, 'model'),
    lastConvolution,
  };
}

/**
 * Derives the encoder's structure from its tensors (spec B.4).
 * @throws CytoForgeError `wrong-architecture` when it is something else.
 */
export function deriveEncoder(file: string, tensors: Tensors): EncoderStructure {
  const first = tensors.get('model.1.weight')?.shape;
  const convolutions = convolutionIndices(tensors, 'model');
  const downs = (convolutions.length - 2) / 2;
  const last = tensors.get(`model.${convolutions.at(-1)}.weight`)?.shape;
  const odd = !isDepth(downs) || convolutions.at(-1) !== 5 + 6 * downs;
  if (first?.length !== 4 || !last || odd || blockIndices(tensors, 'model').length > 0) {
    throw notPix2PixHd(file, 'encoder', tensors, 'model.1');
  }
  return {
    inputNc: first[1],
    featNum: last[0],
    nef: first[0],
    nDownsample: downs,
    norm: normOf(tensors, 'model'),
  };
}
