import { bundleTensors } from '../checkpoints/bundle/bundle-tensors.ts';
import type {
  ModelManifest,
  Pix2PixHdManifest,
  StyleGan3Manifest,
} from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import { loadPix2PixHd, type Pix2PixHd } from '../nn/pix2pixhd/load-pix2pixhd.ts';
import { loadStyleGan3, type StyleGan3 } from '../nn/stylegan3/load-stylegan3.ts';
import type { BundleData } from './generation-service.ts';
import type { ModelReference } from './recipe.ts';

/** A mask model on the backend. */
export interface MaskModel {
  manifest: StyleGan3Manifest;
  network: StyleGan3;
}

/** An image model on the backend. */
export interface ImageModel {
  manifest: Pix2PixHdManifest;
  network: Pix2PixHd;
}

type LoadedModel = MaskModel | ImageModel;

/** The models on the backend, by the hash of their weights. */
export interface ModelShelf {
  /** Loads a model; one that is there already is left as it is. */
  load(bundle: BundleData): void;
  unload(sha256: string): void;
  /** @throws CytoForgeError `bad-recipe` when it is not loaded or is no StyleGAN3. */
  maskModel(reference: ModelReference): MaskModel;
  /** @throws CytoForgeError `bad-recipe` when it is not loaded or is no pix2pixHD. */
  imageModel(reference: ModelReference): ImageModel;
  /** Frees every model. */
  clear(): void;
}

function loadModel({ manifest, shards }: BundleData): LoadedModel {
  const weights = bundleTensors(manifest, shards);
  return manifest.architecture === 'stylegan3'
    ? { manifest, network: loadStyleGan3(manifest.config, weights) }
    : { manifest, network: loadPix2PixHd(manifest.config, weights) };
}

function absent(reference: ModelReference, architecture: ModelManifest['architecture']) {
  return (found: string): CytoForgeError =>
    new CytoForgeError('bad-recipe', `The recipe names a model that cannot be used here.`, {
      where: `model ${reference.name} (${reference.sha256.slice(0, 12)})`,
      found,
      expected: `a loaded ${architecture} model with these weights`,
      hint: 'Load the model the recipe was made with, or choose another.',
    });
}

/** An empty shelf. */
export function createModelShelf(): ModelShelf {
  const models = new Map<string, LoadedModel>();
  return {
    load(bundle) {
      const { weightsSha256 } = bundle.manifest.provenance;
      if (!models.has(weightsSha256)) models.set(weightsSha256, loadModel(bundle));
    },
    unload(sha256) {
      models.get(sha256)?.network.dispose();
      models.delete(sha256);
    },
    maskModel(reference) {
      const refuse = absent(reference, 'stylegan3');
      const model = models.get(reference.sha256);
      if (!model) throw refuse('no such model');
      if (model.manifest.architecture !== 'stylegan3') throw refuse('a pix2pixhd model');
      return model as MaskModel;
    },
    imageModel(reference) {
      const refuse = absent(reference, 'pix2pixhd');
      const model = models.get(reference.sha256);
      if (!model) throw refuse('no such model');
      if (model.manifest.architecture !== 'pix2pixhd') throw refuse('a stylegan3 model');
      return model as ImageModel;
    },
    clear() {
      for (const { network } of models.values()) network.dispose();
      models.clear();
    },
  };
}
