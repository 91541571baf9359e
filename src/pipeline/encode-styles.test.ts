import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Pix2PixHdManifest, StyleGan3Manifest } from '../checkpoints/bundle/manifest.ts';
import { decodePng } from '../imaging/decode-png.ts';
import { encodeGreyPng, encodeLabelPng, encodeRgbPng } from '../imaging/encode-png.ts';
import { defaultRecipe, modelReference } from './default-recipe.ts';
import type { EncodeRequest } from './encode-styles.ts';
import { demoBundle } from './fixtures/demo-bundle.ts';
import { createGenerationService } from './local-generation-service.ts';
import { paletteOf } from './style-palette.ts';

const mask = demoBundle('stylegan3-t-nuclei-64');
const image = demoBundle('pix2pixhd-nuclei');
const spots = demoBundle('pix2pixhd-spots');
const service = createGenerationService();

function nuclei(name: string) {
  const url = new URL(`fixtures/nuclei/dsb_10328b822b${name}.png`, import.meta.url);
  return { name: `nuclei${name}.png`, bytes: new Uint8Array(readFileSync(url)) };
}

const request: EncodeRequest = {
  imageModel: modelReference(image.manifest),
  image: nuclei(''),
  instances: nuclei('_instances'),
  labels: null,
  crop: null,
};
const blank = { width: 16, height: 16, channels: 1 as const, data: new Uint8Array(256) };

beforeAll(async () => {
  await service.start('wasm');
  for (const bundle of [mask, image, spots]) await service.load(bundle);
});

describe('encodeStyles', () => {
  it('gives every nucleus and the background its style', async () => {
    const encoded = await service.encodeStyles(request);
    expect(encoded).toMatchObject({ name: 'nuclei.png', notices: ['grey-repeated'] });
    expect(encoded.image).toMatchObject({ width: 256, height: 256, channels: 1 });
    const [background, ...objects] = encoded.styles;
    expect(background).toMatchObject({ id: 0, label: 0 });
    expect(objects.map(({ id }) => id)).toEqual(Array.from({ length: 23 }, (_, i) => i + 1));
    expect(objects.every(({ label }) => label === 1)).toBe(true);
    const areas = encoded.styles.reduce((sum, { area }) => sum + area, 0);
    expect(areas).toBe(256 * 256);
    // The model saw crops of 128 pixels: half a 32nd of one is 256 pixels.
    for (const { area, share } of encoded.styles) expect(share).toBe(area / 512);
    const features = encoded.styles.flatMap(({ feature }) => feature);
    expect(features).toHaveLength(24 * 3);
    expect(features.every((value) => Math.abs(value) < 1)).toBe(true);
    // Objects differ from the background more than from one another.
    const apart = objects.map(({ feature }) => Math.abs(feature[0] - background.feature[0]));
    expect(Math.max(...apart)).toBeGreaterThan(0.02);
  });

  it('finds the nuclei itself where no map comes along', async () => {
    const encoded = await service.encodeStyles({ ...request, instances: null });
    expect(encoded.notices).toEqual(['grey-repeated', 'objects-found']);
    expect(Math.abs(encoded.styles.length - 24)).toBeLessThanOrEqual(4);
  });

  it('splits a mask that came along in place of a map', async () => {
    const { labels } = await service.encodeStyles(request);
    const data = labels.data.map((id) => (id ? 255 : 0));
    const mask = { ...labels, channels: 1 as const, data: Uint8Array.from(data) };
    const instances = { name: 'mask.png', bytes: encodeGreyPng(mask) };
    const encoded = await service.encodeStyles({ ...request, instances });
    expect(encoded.notices).toEqual(['grey-repeated', 'mask-split']);
    expect(Math.abs(encoded.styles.length - 24)).toBeLessThanOrEqual(3);
  });

  it('gives the same for RGB as for grey, and for other ids of the same objects', async () => {
    const first = await service.encodeStyles(request);
    const grey = decodePng(request.image.bytes).image;
    const levels = Uint8Array.from(
      { length: 3 * 256 ** 2 },
      (_, i) => grey.data[Math.trunc(i / 3)],
    );
    const rgb = encodeRgbPng({ ...grey, channels: 3, data: levels });
    const again = await service.encodeStyles({ ...request, image: { name: 'a', bytes: rgb } });
    expect(again.notices).toEqual([]);
    expect(again.styles).toEqual(first.styles);
    const data = first.labels.data.map((id) => (id === 0 ? 0 : 1000 + id));
    const official = { name: 'b', bytes: encodeLabelPng({ ...first.labels, data }) };
    const ofOfficial = await service.encodeStyles({ ...request, instances: official });
    expect(ofOfficial.styles).toEqual(first.styles);
  });

  it('crops as it is told, pads what does not fit, and says so', async () => {
    const crop = {
      mode: 'crop',
      loadSize: 512,
      fineSize: 100,
      position: [20, 30] as [number, number],
    } as const;
    const encoded = await service.encodeStyles({ ...request, crop });
    expect(encoded.image).toMatchObject({ width: 100, height: 100 });
    expect(encoded.image.data[0]).toBe(decodePng(request.image.bytes).image.data[30 * 256 + 20]);
    expect(encoded.notices).toContain('padded');
    expect(encoded.styles[0].share).toBe(encoded.styles[0].area / 312);
  });

  it('leaves nothing behind, also when it is cancelled', async () => {
    const { tensors } = await service.memory();
    await service.encodeStyles(request);
    const stop = new AbortController();
    const cancelled = service.encodeStyles(request, stop.signal);
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect((await service.memory()).tensors).toBe(tensors);
  });

  it.each([
    ['unsupported', { imageModel: modelReference(spots.manifest) }, 'no encoder'],
    ['bad-image', { instances: { name: 'small', bytes: encodeGreyPng(blank) } }, 'differ in size'],
    [
      'bad-image',
      { image: { name: 'blank', bytes: encodeGreyPng(blank) }, instances: null },
      'No objects',
    ],
    ['bad-image', { image: { name: 'text', bytes: Uint8Array.of(1, 2) } }, 'no image'],
  ])('refuses with %s', async (code, change, message) => {
    await expect(service.encodeStyles({ ...request, ...change })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});

describe('a palette of an image', () => {
  const recipe = {
    ...defaultRecipe(mask.manifest as StyleGan3Manifest, image.manifest as Pix2PixHdManifest, 5),
    size: { width: 64, height: 64, resampling: 'bicubic' as const },
  };

  it('paints the sample, one style for all or of its own for a cell', async () => {
    const { styles } = await service.encodeStyles(request);
    const clusters = await service.clusterStyles(styles, { clusters: 4, smallestShare: 0 });
    const palette = paletteOf('nuclei.png', clusters);
    const own = await service.makeSample(recipe);
    const style = { ...recipe.style, palette, mode: 'cluster' as const, cluster: 3 };
    const painted = await service.makeSample({ ...recipe, style });
    expect(painted.labels).toEqual(own.labels);
    expect(painted.image).not.toEqual(own.image);
    expect(painted.instances.every(({ cluster }) => cluster === 3)).toBe(true);
    const oneOther = { ...style, byInstance: { 1: 0 } };
    const other = await service.makeSample({ ...recipe, style: oneOther });
    expect(other.instances[0].cluster).toBe(0);
    expect(other.image).not.toEqual(painted.image);
  });

  it('is refused before the sample where it does not fit', async () => {
    const palette = paletteOf('flat', { 0: [[0, 0]], 1: [[0, 0]] });
    const style = { ...recipe.style, palette };
    await expect(service.makeSample({ ...recipe, style })).rejects.toMatchObject({
      code: 'bad-recipe',
      details: { found: 'styles of 2 features', expected: 'styles of 3 features' },
    });
  });
});
