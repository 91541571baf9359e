import type { ReferenceArrays } from '../../checkpoints/reference/reference-arrays.ts';
import type { ReferenceCase } from '../../checkpoints/reference/reference-cases.ts';
import { CytoForgeError } from '../../errors.ts';
import type { ByteImage } from '../../imaging/image.ts';
import {
  encodeFeatures,
  type RenderRequest,
  renderImage,
  toPixels,
} from '../../nn/pix2pixhd/render-image.ts';
import { featuresOfClusters } from '../../nn/pix2pixhd/style-clusters.ts';
import { drawMasks, toGreyLevels } from '../../nn/stylegan/draw-masks.ts';
import { latentFromSeed } from '../../random/random-state.ts';
import type { ImageModel, LoadedModel, MaskModel } from '../model-shelf.ts';
import { floatsOfLevels, instancesOf, levelsOfPlanes } from './reference-images.ts';

type MaskCase = Extract<ReferenceCase, { kind: 'mask' }>;
type ImageCase = Exclude<ReferenceCase, MaskCase>;

function isMaskModel(model: LoadedModel): model is MaskModel {
  return model.manifest.architecture !== 'pix2pixhd';
}

async function drawCase({ network, manifest }: MaskModel, one: MaskCase): Promise<ByteImage> {
  const { seed, psi, classIndex, transform } = one;
  const z = latentFromSeed(seed, manifest.config.zDim);
  const request = {
    z,
    classIndex,
    psi,
    cutoff: null,
    noise: { mode: 'const' as const },
    transform,
  };
  const [image] = await drawMasks(network, [request]);
  return toGreyLevels(image);
}

async function featuresOf(
  { network, manifest }: ImageModel,
  one: ImageCase,
  arrays: ReferenceArrays,
): Promise<RenderRequest['features']> {
  if (one.kind === 'labels') return null;
  if (one.kind === 'clusters') {
    return featuresOfClusters(new Map(one.clusters), manifest.styleClusters ?? {});
  }
  const image = floatsOfLevels(levelsOfPlanes(arrays.numbers(one.image)));
  return encodeFeatures(network, image, instancesOf(arrays.numbers(one.instances)));
}

async function renderCase(
  model: ImageModel,
  one: ImageCase,
  arrays: ReferenceArrays,
): Promise<ByteImage> {
  const labels = levelsOfPlanes(arrays.numbers(one.labels));
  const instances = one.kind === 'labels' ? null : instancesOf(arrays.numbers(one.instances));
  const features = await featuresOf(model, one, arrays);
  return toPixels(await renderImage(model.network, { labels, instances, features }));
}

/**
 * Makes what the original made in one case, as its levels of 0 to 255.
 * @returns `made` here and what is `expected`, both `[H, W, C]`.
 * @throws CytoForgeError `wrong-architecture` for a case of another kind of model; what the readers of the arrays and
 *   the networks throw.
 */
export async function makeReferenceCase(
  model: LoadedModel,
  one: ReferenceCase,
  arrays: ReferenceArrays,
): Promise<{ made: ByteImage; expected: ByteImage }> {
  if (isMaskModel(model) !== (one.kind === 'mask')) {
    throw new CytoForgeError('wrong-architecture', 'The references are of another kind of model.', {
      where: one.name,
      found: one.kind,
      expected: model.manifest.architecture,
      hint: 'Convert the model again with references of its own.',
    });
  }
  const expected = levelsOfPlanes(arrays.numbers(one.output));
  const made =
    one.kind === 'mask'
      ? await drawCase(model as MaskModel, one)
      : await renderCase(model as ImageModel, one, arrays);
  return { made, expected };
}
