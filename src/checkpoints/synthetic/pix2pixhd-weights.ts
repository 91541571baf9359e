import type { Pix2PixHdConfig } from '../bundle/manifest.ts';
import { generatorShapes } from '../pix2pixhd-shapes.ts';
import { elementsOf, type TensorToWrite } from '../torch/write-torch.ts';
import { nearNormal } from './near-normal.ts';

/** The official initialisation of every convolution (spec B.1). */
const DEVIATION = 0.02;

/** The options that pix2pixHD's training has of itself (spec B.9), for a model without an encoder. */
export const OFFICIAL_PIX2PIXHD: Pix2PixHdConfig = {
  netG: 'global',
  labelNc: 0,
  inputNc: 3,
  outputNc: 3,
  generatorInputNc: 3,
  ngf: 64,
  nDownsampleGlobal: 4,
  nBlocksGlobal: 9,
  nLocalEnhancers: 0,
  nBlocksLocal: 0,
  norm: 'instance',
  instanceEdges: false,
  instanceFeat: false,
  labelFeat: false,
  featNum: 3,
  encoder: null,
  outputIsGrey: false,
  resizeOrCrop: 'scale_width',
  loadSize: 1024,
  fineSize: 512,
};

/** The same for `--netG local --ngf 32` (spec B.3). */
export const OFFICIAL_PIX2PIXHD_LOCAL: Pix2PixHdConfig = {
  ...OFFICIAL_PIX2PIXHD,
  netG: 'local',
  ngf: 32,
  nLocalEnhancers: 1,
  nBlocksLocal: 3,
};

/** A made-up generator's state dict, for `writeTorchZip` or `writeTorchLegacy`. */
export function pix2PixHdWeights(config: Pix2PixHdConfig): TensorToWrite[] {
  return [...generatorShapes(config)].map(([name, shape]) => ({
    name,
    shape,
    read: () => nearNormal(name, elementsOf(shape), DEVIATION),
  }));
}
