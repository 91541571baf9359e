import type { MaskManifest, ModelManifest } from '../../checkpoints/bundle/manifest.ts';
import { isMaskManifest } from '../../checkpoints/bundle/mask-manifest.ts';
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
  }
}

/** Convolutions of the synthesis; ToRGB counts where it is one of the layers. */
function layerCount(manifest: MaskManifest): number {
  return manifest.architecture === 'stylegan3'
    ? manifest.config.layers.length
    : 2 * manifest.config.blocks.length - 1;
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
  const { config } = manifest;
  const clusters = clusterCount(manifest);
  return [
    { name: 'generator', value: `${config.netG}, ngf ${config.ngf}` },
    { name: 'blocks', value: String(config.nBlocksGlobal) },
    { name: 'labels', value: String(config.labelNc) },
    { name: 'edges', value: { key: config.instanceEdges ? 'yes' : 'no' } },
    { name: 'features', value: String(config.instanceFeat ? config.featNum : 0) },
    { name: 'clusters', value: clusters > 0 ? String(clusters) : { key: 'noClasses' } },
  ];
}
