import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeLabelPng, decodePng } from '../imaging/decode-png.ts';
import { readIdMap } from '../imaging/read-id-map.ts';
import { readImage } from '../imaging/read-image.ts';
import type { CocoAnnotation, CocoImage } from './coco.ts';
import { parseDatasetManifest } from './dataset-manifest.ts';
import { type ExportOptions, type ExportOutcome, exportDataset } from './export-dataset.ts';
import { concatenate } from './fixtures/concatenate.ts';
import { tinySample } from './fixtures/tiny-sample.ts';
import { OPEN_GATES } from './quality-gates.ts';
import { plainSource, type SampleSource } from './sample-source.ts';
import { memorySegmentStore } from './segment-store.ts';

interface Seeded {
  seed: number;
}

const head = {
  appVersion: '0.1.0',
  bundles: [
    { name: 'masks', sha256: 'a'.repeat(64), architecture: 'stylegan3' as const, licence: 'CC0' },
  ],
};

function seeds(count: number): Seeded[] {
  return Array.from({ length: count }, (_, seed) => ({ seed }));
}

/** Runs an export and says what it made, how it ended and what is in the ZIP. */
async function run({
  recipes,
  ...options
}: Partial<ExportOptions<Seeded>> & { recipes: Seeded[] }) {
  const made: number[] = [];
  let outcome: ExportOutcome | undefined;
  const bytes = await concatenate(
    exportDataset<Seeded>({
      ...head,
      source: plainSource(recipes),
      samplesPerSegment: 4,
      onEnd: (end) => {
        outcome = end;
      },
      ...options,
      async makeSample(recipe, signal) {
        const sample = await (options.makeSample ?? (async () => tinySample(recipe.seed)))(
          recipe,
          signal,
        );
        made.push(recipe.seed);
        return sample;
      },
    }),
  );
  const files = unzipSync(bytes);
  const manifest = parseDatasetManifest(
    JSON.parse(strFromU8(files['dataset.json'])),
    (recipe) => recipe as Seeded,
  );
  const coco: { images: CocoImage[]; annotations: CocoAnnotation[] } = JSON.parse(
    strFromU8(files['annotations.coco.json'] ?? strToU8('{}')),
  );
  return { bytes, files, manifest, coco, made, outcome };
}

/** Every file of the ZIP is in the manifest and the other way round. */
function expectConsistent({ files, manifest, coco }: Awaited<ReturnType<typeof run>>): void {
  const listed = manifest.samples.flatMap(({ files }) => [files.mask, files.labels, files.image]);
  const lists = ['dataset.json', 'annotations.coco.json'];
  expect(Object.keys(files).sort()).toEqual([...listed, ...lists].sort());
  expect(coco.images.map(({ id }) => id)).toEqual(manifest.samples.map(({ index }) => index));
  expect(coco.annotations.map(({ id }) => id)).toEqual(coco.annotations.map((_, at) => at + 1));
}

describe('exportDataset', () => {
  it('writes the pixels, the recipes and the annotations', async () => {
    const result = await run({ recipes: seeds(6) });
    expectConsistent(result);
    expect(result.outcome).toEqual({ status: 'done', samples: 6, rejected: 0 });
    expect(result.manifest).toMatchObject({ ...head, version: 1 });
    expect(result.manifest.samples[5]).toEqual({
      index: 5,
      files: { mask: 'masks/000005.png', labels: 'labels/000005.png', image: 'images/000005.png' },
      recipe: { seed: 5 },
    });
    const sample = tinySample(5);
    const pixels = decodePng(result.files['images/000005.png']).image;
    expect([...pixels.data]).toEqual([...(sample.image?.data ?? [])]);
    expect(decodeLabelPng(result.files['labels/000005.png'])).toEqual(sample.labels);
    expect(result.coco.images[5]).toEqual({
      id: 5,
      file_name: 'images/000005.png',
      width: 4,
      height: 3,
    });
    expect(result.coco.annotations[11]).toEqual({
      id: 12,
      image_id: 5,
      category_id: 1,
      instance_id: 300,
      area: 3,
      bbox: [2, 1, 2, 2],
      iscrowd: 0,
      segmentation: { size: [3, 4], counts: [8, 1, 1, 2] },
    });
  });

  it('gives the same bytes with and without a store, and when asked again', async () => {
    const store = memorySegmentStore();
    const plain = await run({ recipes: seeds(6) });
    const stored = await run({ recipes: seeds(6), store });
    const again = await run({ recipes: seeds(6), store });
    expect(stored.bytes).toEqual(plain.bytes);
    expect(again.bytes).toEqual(plain.bytes);
    expect(again.made).toEqual([]);
    expect(await store.list()).toEqual([0, 1]);
  });

  it('ends a cancelled export as a valid ZIP and goes on where it stopped', async () => {
    const store = memorySegmentStore();
    const stop = new AbortController();
    const cancelled = await run({
      recipes: seeds(10),
      store,
      signal: stop.signal,
      onProgress: ({ done }) => done === 6 && stop.abort(),
    });
    expectConsistent(cancelled);
    expect(cancelled.outcome).toEqual({ status: 'cancelled', samples: 6, rejected: 0 });
    const resumed = await run({ recipes: seeds(10), store });
    expect(resumed.made).toEqual([6, 7, 8, 9]);
    expect(resumed.bytes).toEqual((await run({ recipes: seeds(10) })).bytes);
  });

  it('keeps what was finished when a sample fails, and says why', async () => {
    const error = new Error('out of memory');
    const failed = await run({
      recipes: seeds(10),
      async makeSample({ seed }) {
        if (seed === 5) throw error;
        return tinySample(seed);
      },
    });
    expectConsistent(failed);
    expect(failed.outcome).toEqual({ status: 'failed', samples: 5, rejected: 0, error });
  });

  it('goes on after it was cut off without a word', async () => {
    const store = memorySegmentStore();
    const source = plainSource(seeds(10));
    const options = { ...head, source, store, samplesPerSegment: 4 };
    const makeSample = async ({ seed }: Seeded) => tinySample(seed);
    let samples = 0;
    const cutOff = exportDataset({ ...options, makeSample, onProgress: () => samples++ });
    for await (const _ of cutOff) if (samples === 7) break;
    expect(await store.list()).toEqual([0]);
    const resumed = await run({ recipes: seeds(10), store });
    expect(resumed.made).toEqual([4, 5, 6, 7, 8, 9]);
    expectConsistent(resumed);
  });

  it('delivers what the store has when it is stopped from the start', async () => {
    const store = memorySegmentStore();
    await run({ recipes: seeds(8), store });
    const saved = await run({ recipes: seeds(20), store, signal: AbortSignal.abort() });
    expect(saved.outcome).toEqual({ status: 'cancelled', samples: 8, rejected: 0 });
    expectConsistent(saved);
    const nothing = await run({ recipes: seeds(20), signal: AbortSignal.abort() });
    expect(nothing.outcome).toEqual({ status: 'cancelled', samples: 0, rejected: 0 });
    expectConsistent(nothing);
  });

  it('makes a part again that was cut short or belongs to other recipes', async () => {
    const store = memorySegmentStore();
    await run({ recipes: seeds(8), store });
    const whole = await store.get(1);
    await store.put(1, whole?.subarray(0, 200) ?? new Uint8Array(0));
    expect((await run({ recipes: seeds(8), store })).made).toEqual([4, 5, 6, 7]);
    const others = seeds(8).map(({ seed }) => ({ seed: seed < 2 ? seed : seed + 100 }));
    const changed = await run({ recipes: others, store });
    expect(changed.made).toEqual([102, 103, 104, 105, 106, 107]);
    expect(changed.bytes).toEqual((await run({ recipes: others })).bytes);
  });

  it('fails with a whole ZIP when the store is full', async () => {
    const store = { ...memorySegmentStore(), put: () => Promise.reject(new Error('full')) };
    const failed = await run({ recipes: seeds(10), store });
    expect(failed.outcome).toMatchObject({ status: 'failed', samples: 4 });
    expectConsistent(failed);
  });
});

/** Seeds 0 to 9; the next seed from 100 on takes the place of a rejected one. */
function redrawing(): SampleSource<Seeded> {
  const places = seeds(10);
  let at = 0;
  let reserve = 100;
  let now: Seeded | null = places[0];
  return {
    current: () => now,
    ahead: () => places[at + 1] ?? null,
    settle(accepted) {
      if (accepted) at += 1;
      now = accepted ? (places[at] ?? null) : { seed: reserve++ };
    },
  };
}

/** Three objects where the seed is even, two where it is odd. */
function unevenSample(seed: number) {
  const sample = tinySample(seed);
  if (seed % 2 === 0) sample.labels.data[3] = 7;
  return sample;
}

describe('exportDataset with gates', () => {
  const gates = { ...OPEN_GATES, cells: { from: 3, to: null } };
  const gated = (options: Partial<ExportOptions<Seeded>> = {}) =>
    run({
      recipes: [],
      source: redrawing(),
      gates,
      makeSample: async ({ seed }) => unevenSample(seed),
      ...options,
    });

  it('lists what was rejected, with the reason, and takes the next seed in its place', async () => {
    const { manifest, outcome } = await gated();
    expect(manifest.samples.map(({ recipe }) => recipe.seed)).toEqual([
      0, 100, 2, 102, 4, 104, 6, 106, 8, 108,
    ]);
    expect(manifest.rejected.map(({ recipe }) => recipe.seed)).toEqual([
      1, 3, 101, 5, 103, 7, 105, 9, 107,
    ]);
    expect(manifest.rejected[1]).toEqual({
      before: 3,
      reasons: [{ gate: 'cells', found: 2, from: 3, to: null }],
      recipe: { seed: 3 },
    });
    expect(outcome).toEqual({ status: 'done', samples: 10, rejected: 9 });
  });

  it('gives the same bytes wherever it was cut off, and makes no rejected one again', async () => {
    const report = { language: 'en', name: 'x.zip', real: null } as const;
    const layouts = ['coco', 'cellpose', 'pix2pixhd', 'pix2pixhd-labels', 'stylegan'] as const;
    const whole = await gated({ report, layouts });
    for (let cut = 1; cut < 20; cut += 3) {
      const store = memorySegmentStore();
      const stop = new AbortController();
      let tried = 0;
      const first = await gated({
        report,
        layouts,
        store,
        signal: stop.signal,
        onProgress: () => ++tried === cut && stop.abort(),
      });
      const second = await gated({ report, layouts, store });
      expect(second.bytes).toEqual(whole.bytes);
      expect([...first.made, ...second.made]).toEqual(whole.made);
    }
  });

  it('makes everything anew when the gates were others', async () => {
    const store = memorySegmentStore();
    await gated({ store, gates: null });
    const again = await gated({ store });
    expect(again.bytes).toEqual((await gated()).bytes);
  });
});

describe('the other layouts', () => {
  const layouts = ['cellpose', 'pix2pixhd', 'pix2pixhd-labels', 'stylegan'] as const;

  it('stand beside our own', async () => {
    const { files } = await run({ recipes: seeds(1), layouts, classOf: ({ seed }) => seed });
    expect(Object.keys(files)).toEqual([
      'masks/000000.png',
      'labels/000000.png',
      'images/000000.png',
      'cellpose/000000_img.tif',
      'cellpose/000000_masks.tif',
      'pix2pixhd/train_A/000000.png',
      'pix2pixhd/train_B/000000.png',
      'pix2pixhd-labels/train_label/000000.png',
      'pix2pixhd-labels/train_inst/000000.png',
      'pix2pixhd-labels/train_img/000000.png',
      'stylegan/00000/img00000000.png',
      'dataset.json',
      'stylegan/dataset.json',
    ]);
    const { labels, mask } = tinySample(0);
    const ids = readIdMap(files['cellpose/000000_masks.tif'], 'masks');
    expect([ids.bits, ...ids.data]).toEqual([16, ...labels.data]);
    expect(readImage(files['cellpose/000000_img.tif'], 'img').image.channels).toBe(1);
    const instances = decodeLabelPng(files['pix2pixhd-labels/train_inst/000000.png']);
    expect(instances).toEqual(labels);
    const classes = decodePng(files['pix2pixhd-labels/train_label/000000.png']).image;
    expect([...classes.data]).toEqual([...mask.data].map((level) => (level ? 1 : 0)));
    expect(decodePng(files['pix2pixhd/train_A/000000.png']).image).toEqual(mask);
    expect(JSON.parse(strFromU8(files['stylegan/dataset.json']))).toEqual({
      labels: [['00000/img00000000.png', 0]],
    });
  });

  it('say that there are no classes when one is missing', async () => {
    const classOf = ({ seed }: Seeded) => (seed === 1 ? null : seed);
    const { files } = await run({ recipes: seeds(3), layouts: ['stylegan'], classOf });
    expect(JSON.parse(strFromU8(files['stylegan/dataset.json']))).toEqual({ labels: null });
  });
});
