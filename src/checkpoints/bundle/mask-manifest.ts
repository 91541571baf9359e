import type { MaskManifest, ModelManifest } from './manifest.ts';

/** Whether a model draws masks: one of the StyleGANs. */
export function isMaskManifest(manifest: ModelManifest): manifest is MaskManifest {
  return manifest.architecture === 'stylegan3' || manifest.architecture === 'stylegan2';
}
