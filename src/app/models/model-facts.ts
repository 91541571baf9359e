import type {
  MaskManifest,
  ModelManifest,
  Pix2PixHdConfig,
  SegmenterManifest,
} from '../../checkpoints/bundle/manifest.ts';
import { isMaskManifest } from '../../checkpoints/bundle/mask-manifest.ts';
import { isSegmenterManifest } from '../../checkpoints/bundle/segmenter-manifest.ts';
import { clusterCount } from '../../store/recipe-of-view.ts';
import type { en } from '../i18n/en.ts';

/** A property of a model: the name's key in `models.*`, and its value as text or as a key. */
export interface ModelFact {
  name: keyof typeof en.models;
  value: string | { key: 'yes' | 'no' | 'noClasses' };
}

/** The architecture as its authors write it. */
export function architectureName(manifest: ModelManifest): string {
  switch (manifest.architecture) {
    case 'stylegan3':
      return manifest.config.layers.some((layer) => layer.downRadial)
        ? 'StyleGAN3-R'
        : 'StyleGAN3-T';
    case 'stylegan2':
      return 'StyleGAN2';
    case 'pix2pixhd':
      return 'pix2pixHD';
    case 'cellpose':
      return 'Cellpose';
    case 'mesmer':
      return 'Mesmer';
    case 'maskrcnn':
      return 'Mask R-CNN';
    case 'u2net':
      return manifest.config.variant === 'u2netp' ? 'U²-NetP' : 'U²-Net';
    case 'unet2d':
      return 'UNet2D';
  }
}

/** Convolutions of the synthesis; ToRGB counts where it is one of the layers. */
function layerCount(manifest: MaskManifest): number {
  return manifest.architecture === 'stylegan3'
    ? manifest.config.layers.length
    : 2 * manifest.config.blocks.length - 1;
}

/** The generator in the options' own words. */
function generatorName({ netG, nLocalEnhancers, ngf }: Pix2PixHdConfig): string {
  const enhancers = nLocalEnhancers > 1 ? ` × ${nLocalEnhancers}` : '';
  return netG === 'local' ? `local${enhancers}, ngf ${ngf}` : `global, ngf ${ngf}`;
}

function blocksOf({ netG, nBlocksGlobal, nLocalEnhancers, nBlocksLocal }: Pix2PixHdConfig): string {
  const enhancers = netG === 'local' ? nLocalEnhancers : 0;
  return [nBlocksGlobal, ...Array.from({ length: enhancers }, () => nBlocksLocal)].join(' + ');
}

function hasFeatures({ instanceFeat, labelFeat }: Pix2PixHdConfig): boolean {
  return instanceFeat || labelFeat;
}

function countWeights({ weightsManifest }: ModelManifest): number {
  const shapes = weightsManifest.flatMap(({ weights }) => weights.map(({ shape }) => shape));
  return shapes.reduce((sum, shape) => sum + shape.reduce((product, side) => product * side, 1), 0);
}

/** Sides and sizes in pixels, in the order that a person asks for them. */
function segmenterSizes(manifest: SegmenterManifest): ModelFact[] {
  const pixels = (value: number) => `${value} px`;
  switch (manifest.architecture) {
    case 'cellpose':
      return [
        { name: 'channels', value: manifest.config.channels.join(' · ') },
        { name: 'cellDiameter', value: pixels(manifest.config.diameter) },
      ];
    case 'u2net':
      return [{ name: 'networkSide', value: pixels(manifest.config.inputSize) }];
    case 'unet2d': {
      const { inputChannels, widths, base } = manifest.config;
      return [{ name: 'channels', value: [inputChannels, ...widths, base].join(' · ') }];
    }
    case 'mesmer':
      return [{ name: 'networkSide', value: pixels(manifest.config.inputSize) }];
    case 'maskrcnn':
      return [{ name: 'anchors', value: pixels(Math.min(...manifest.config.anchorSizes)) }];
  }
}

function segmenterFacts(manifest: SegmenterManifest): ModelFact[] {
  const weights = countWeights(manifest);
  return [
    { name: 'weightCount', value: `${(weights / 1e6).toFixed(weights < 1e6 ? 2 : 1)} M` },
    ...segmenterSizes(manifest),
  ];
}

/** What a person wants to know of a model before picking it. */
export function modelFacts(manifest: ModelManifest): ModelFact[] {
  if (isMaskManifest(manifest)) {
    const { imgResolution, imgChannels, zDim, numWs, cDim } = manifest.config;
    return [
      { name: 'resolution', value: `${imgResolution} × ${imgResolution} × ${imgChannels}` },
      { name: 'latent', value: String(zDim) },
      { name: 'ws', value: String(numWs) },
      { name: 'layers', value: String(layerCount(manifest)) },
      { name: 'classes', value: cDim > 0 ? String(cDim) : { key: 'noClasses' } },
    ];
  }
  if (isSegmenterManifest(manifest)) return segmenterFacts(manifest);
  const { config } = manifest;
  const clusters = clusterCount(manifest);
  return [
    { name: 'generator', value: generatorName(config) },
    { name: 'blocks', value: blocksOf(config) },
    { name: 'labels', value: String(config.labelNc) },
    { name: 'edges', value: { key: config.instanceEdges ? 'yes' : 'no' } },
    { name: 'features', value: String(hasFeatures(config) ? config.featNum : 0) },
    { name: 'clusters', value: clusters > 0 ? String(clusters) : { key: 'noClasses' } },
  ];
}
