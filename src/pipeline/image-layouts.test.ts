import { beforeAll, describe, expect, it } from 'vitest';
import type { Pix2PixHdConfig, StyleGan3Manifest } from '../checkpoints/bundle/manifest.ts';
import type { StyleClusters } from '../checkpoints/style-clusters.ts';
import type { ByteImage } from '../imaging/image.ts';
import { defaultRecipe } from './default-recipe.ts';
import { demoBundle } from './fixtures/demo-bundle.ts';
import { imageBundle } from './fixtures/image-bundle.ts';
import { createGenerationService } from './local-generation-service.ts';

const mask = demoBundle('stylegan3-t-nuclei-64');
const service = createGenerationService();

beforeAll(async () => {
  await service.start('wasm');
  await service.load(mask);
});

/** The image of one seed at 52 × 40, which is a multiple of nothing the models need. */
async function imageOf(
  changes: Partial<Pix2PixHdConfig>,
  styleClusters?: StyleClusters,
): Promise<ByteImage | null> {
  const bundle = await imageBundle(changes, styleClusters);
  const { tensors } = await service.memory();
  await service.load(bundle);
  const recipe = defaultRecipe(mask.manifest as StyleGan3Manifest, bundle.manifest, 5);
  const { image } = await service.makeSample({
    ...recipe,
    size: { width: 52, height: 40, resampling: 'bicubic' },
  });
  await service.unload(bundle.manifest.provenance.weightsSha256);
  expect((await service.memory()).tensors).toBe(tensors);
  return image;
}

const PLAIN: Partial<Pix2PixHdConfig> = { instanceFeat: false };
const BARE: Partial<Pix2PixHdConfig> = { ...PLAIN, instanceEdges: false };
const LOCAL: Partial<Pix2PixHdConfig> = { netG: 'local' };
const TWO_LOCAL: Partial<Pix2PixHdConfig> = {
  ...LOCAL,
  nLocalEnhancers: 2,
  norm: 'batch',
  instanceFeat: false,
  labelFeat: true,
};
const CLUSTERS: StyleClusters = { 0: [[0, 0]], 1: [[0.5, -0.5]] };

describe('an image is made by a model with', () => {
  it.each<[string, Partial<Pix2PixHdConfig>, number, StyleClusters?]>([
    ['label_nc 2', PLAIN, 3],
    ['label_nc 35', { ...PLAIN, labelNc: 35 }, 3],
    ['label_nc 35 and styles of class 26', { labelNc: 35 }, 3, { 26: [[0.1, 0.9]] }],
    ['label_nc 1', { ...PLAIN, labelNc: 1 }, 3],
    ['label_nc 0', { ...BARE, labelNc: 0 }, 3],
    ['label_nc 0 and instances', { ...PLAIN, labelNc: 0 }, 3],
    ['label_nc 0 and features by label', { labelNc: 0, labelFeat: true }, 3, CLUSTERS],
    ['input_nc 1', { ...BARE, labelNc: 0, inputNc: 1 }, 3],
    ['input_nc 2 and instances', { ...PLAIN, labelNc: 0, inputNc: 2 }, 3],
    ['output_nc 1', { outputNc: 1 }, 1, CLUSTERS],
    ['output_nc 2, of which the first is shown', { ...PLAIN, outputNc: 2 }, 1],
    ['features of instances without an edge', { instanceEdges: false }, 3, CLUSTERS],
    ['features of labels', { instanceFeat: false, labelFeat: true }, 3, CLUSTERS],
    ['features of both kinds', { labelFeat: true }, 3, CLUSTERS],
    ['features, but no clusters', {}, 3],
    ['a local enhancer', LOCAL, 3, CLUSTERS],
    ['two of them, batch norm and features by label', TWO_LOCAL, 3, CLUSTERS],
  ])('%s', async (_, changes, channels, clusters) => {
    const image = await imageOf(changes, clusters);
    expect([image?.width, image?.height, image?.channels]).toEqual([52, 40, channels]);
    expect(new Set(image?.data).size).toBeGreaterThan(10);
  });
});

describe('features by label', () => {
  const byLabel = { instanceFeat: false, labelFeat: true };

  it('reach the image', async () => {
    const one = await imageOf(byLabel, CLUSTERS);
    const other = await imageOf(byLabel, { ...CLUSTERS, 1: [[-0.9, 0.8]] });
    expect(other).not.toEqual(one);
  });

  it('reach a model that reads the mask itself', async () => {
    const one = await imageOf({ ...byLabel, labelNc: 0 }, CLUSTERS);
    const other = await imageOf({ ...byLabel, labelNc: 0 }, { ...CLUSTERS, 1: [[-0.9, 0.8]] });
    expect(other).not.toEqual(one);
  });
});
