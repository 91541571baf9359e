import type { Pix2PixHdConfig } from '../../../checkpoints/bundle/manifest.ts';

/** The options of a golden case that the networks depend on, by their official names. */
export interface ModelOptions {
  label_nc: number;
  input_nc: number;
  output_nc: number;
  no_instance: boolean;
  instance_feat: boolean;
  label_feat: boolean;
  feat_num: number;
  netG: 'global' | 'local';
  ngf: number;
  n_downsample_global: number;
  n_blocks_global: number;
  n_local_enhancers: number;
  n_blocks_local: number;
  norm: 'instance' | 'batch';
  nef: number;
  n_downsample_E: number;
  resize_or_crop: string;
}

/** The model a case's options describe, with an encoder. */
export function configOfOptions(options: ModelOptions): Pix2PixHdConfig {
  const labels = options.label_nc || options.input_nc;
  const edges = options.no_instance ? 0 : 1;
  const features = options.instance_feat || options.label_feat ? options.feat_num : 0;
  return {
    netG: options.netG,
    labelNc: options.label_nc,
    inputNc: options.input_nc,
    outputNc: options.output_nc,
    generatorInputNc: labels + edges + features,
    ngf: options.ngf,
    nDownsampleGlobal: options.n_downsample_global,
    nBlocksGlobal: options.n_blocks_global,
    nLocalEnhancers: options.n_local_enhancers,
    nBlocksLocal: options.n_blocks_local,
    norm: options.norm,
    instanceEdges: !options.no_instance,
    instanceFeat: options.instance_feat,
    labelFeat: options.label_feat,
    featNum: options.feat_num,
    encoder: { nef: options.nef, nDownsample: options.n_downsample_E },
    outputIsGrey: false,
    resizeOrCrop: options.resize_or_crop,
    loadSize: 0,
    fineSize: 0,
  };
}
