import { bundleTensors } from '../checkpoints/bundle/bundle-tensors.ts';
import type {
  MaskManifest,
  ModelManifest,
  Pix2PixHdManifest,
} from '../checkpoints/bundle/manifest.ts';
import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import { lendTensors, type TensorSource } from '../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../errors.ts';
import { loadPix2PixHd, type Pix2PixHd } from '../nn/pix2pixhd/load-pix2pixhd.ts';
import { loadMaskNetwork } from '../nn/stylegan/load-mask-network.ts';
import type { MaskNetwork } from '../nn/stylegan/mask-network.ts';
import type { BundleData } from './generation-service.ts';
import type { ModelReference } from './recipe.ts';

/** A mask model on the backend. */
export interface MaskModel {
  manifest: MaskManifest;
  network: MaskNetwork;
}

/** An image model on the backend. */
export interface ImageModel {
  manifest: Pix2PixHdManifest;
  network: Pix2PixHd;
}

/** A model on the backend. */
export type LoadedModel = MaskModel | ImageModel;

/** The models on the backend, by the hash of their weights. */
export interface ModelShelf {
  /** Loads a model; one that is there already is left as it is. */
  load(bundle: BundleData): void;
  unload(sha256: string): void;
  /** @throws CytoForgeError `bad-recipe` when it is not loaded or is no StyleGAN. */
  maskModel(reference: ModelReference): MaskModel;
  /** @throws CytoForgeError `bad-recipe` when it is not loaded or is no pix2pixHD. */
  imageModel(reference: ModelReference): ImageModel;
  /** Any model by the hash of its weights. @throws CytoForgeError `bad-recipe` when it is not loaded. */
  model(sha256: string): LoadedModel;
  /** Frees every model. */
  clear(): void;
}

/** Puts a model's weights on the backend; its network is disposed by the caller. */
export function loadModel(manifest: ModelManifest, weights: TensorSource): LoadedModel {
  if (isMaskManifest(manifest)) return { manifest, network: loadMaskNetwork(manifest, weights) };
  if (manifest.architecture === 'pix2pixhd') {
    return { manifest, network: loadPix2PixHd(manifest.config, weights) };
  }
  throw new CytoForgeError('wrong-architecture', 'This model makes no samples.', {
    where: manifest.name,
    found: `a ${manifest.architecture} model`,
    expected: 'a StyleGAN or pix2pixHD model',
    hint: 'Segmentation models run in the Benchmark workspace.',
  });
}

function loadBundle({ manifest, shards }: BundleData): LoadedModel {
  const { lent, takeBack } = lendTensors(bundleTensors(manifest, shards));
  try {
    return loadModel(manifest, lent);
  } finally {
    takeBack();
  }
}

function absent(reference: ModelReference, expected: string) {
  return (found: string): CytoForgeError =>
    new CytoForgeError('bad-recipe', `The recipe names a model that cannot be used here.`, {
      where: `model ${reference.name} (${reference.sha256.slice(0, 12)})`,
      found,
      expected: `a loaded ${expected} model with these weights`,
      hint: 'Load the model the recipe was made with, or choose another.',
    });
}

function inWords({ architecture }: ModelManifest): string {
  return `a ${architecture} model`;
}

/** An empty shelf. */
export function createModelShelf(): ModelShelf {
  const models = new Map<string, LoadedModel>();
  return {
    load(bundle) {
      const { weightsSha256 } = bundle.manifest.provenance;
      if (!models.has(weightsSha256)) models.set(weightsSha256, loadBundle(bundle));
    },
    unload(sha256) {
      models.get(sha256)?.network.dispose();
      models.delete(sha256);
    },
    maskModel(reference) {
      const refuse = absent(reference, 'stylegan3 or stylegan2');
      const model = models.get(reference.sha256);
      if (!model) throw refuse('no such model');
      if (!isMaskManifest(model.manifest)) throw refuse(inWords(model.manifest));
      return model as MaskModel;
    },
    imageModel(reference) {
      const refuse = absent(reference, 'pix2pixhd');
      const model = models.get(reference.sha256);
      if (!model) throw refuse('no such model');
      if (model.manifest.architecture !== 'pix2pixhd') throw refuse(inWords(model.manifest));
      return model as ImageModel;
    },
    model(sha256) {
      const model = models.get(sha256);
      if (model) return model;
      throw absent({ name: sha256.slice(0, 12), sha256 }, 'known')('no such model');
    },
    clear() {
      for (const { network } of models.values()) network.dispose();
      models.clear();
    },
  };
}
