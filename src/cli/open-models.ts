import type { MaskManifest, Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import type { BundleData } from '../pipeline/generation-service.ts';
import { demoModel } from './demo-models.ts';
import { expectImageModel, expectMaskModel, openBundle } from './open-bundle.ts';

/** Models on the command line; `none` for masks only. */
export interface ModelOptions {
  maskModel?: string;
  imageModel?: string;
}

/** The models of a command. */
export interface Models {
  mask: BundleData & { manifest: MaskManifest };
  image: (BundleData & { manifest: Pix2PixHdManifest }) | null;
}

/**
 * Opens the models that the options name, or the demo models.
 * @throws CytoForgeError what `openBundle` throws; `wrong-architecture` for a model of another kind.
 */
export async function openModels(options: ModelOptions): Promise<Models> {
  const mask = await openBundle(options.maskModel ?? (await demoModel('mask')));
  const maskManifest = expectMaskModel(mask.manifest, '--mask-model');
  if (options.imageModel === 'none') {
    return { mask: { ...mask, manifest: maskManifest }, image: null };
  }
  const image = await openBundle(options.imageModel ?? (await demoModel('image')));
  const imageManifest = expectImageModel(image.manifest, '--image-model');
  return {
    mask: { ...mask, manifest: maskManifest },
    image: { ...image, manifest: imageManifest },
  };
}
