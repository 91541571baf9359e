import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { decodePng } from '../imaging/decode-png.ts';
import { parseDatasetManifest } from './dataset-manifest.ts';
import { exportDataset } from './export-dataset.ts';
import { concatenate } from './fixtures/concatenate.ts';
import { tinySample } from './fixtures/tiny-sample.ts';
import type { SampleImages } from './sample-files.ts';
import { plainSource } from './sample-source.ts';
import { memorySegmentStore } from './segment-store.ts';

const SPOT = { x: 1.5, y: 2, radius: 1, intensity: 90, cell: 300 };

/** Every other sample has spots. */
function sampleWithSpots(seed: number): SampleImages {
  const mask = { width: 4, height: 3, channels: 1 as const, data: new Uint8Array(12) };
  mask.data[9] = 255;
  return { ...tinySample(seed), spots: seed % 2 === 0 ? { list: [SPOT], mask } : null };
}

function run(store = memorySegmentStore()): Promise<Uint8Array> {
  return concatenate(
    exportDataset({
      appVersion: '0.1.0',
      bundles: [],
      source: plainSource([0, 1, 2]),
      makeSample: async (seed) => sampleWithSpots(seed),
      samplesPerSegment: 2,
      store,
    }),
  );
}

it('writes point mask and table of the samples that have spots, and lists them', async () => {
  const files = unzipSync(await run());
  const { samples } = parseDatasetManifest(
    JSON.parse(strFromU8(files['dataset.json'])),
    (recipe) => recipe,
  );
  expect(samples[2].files).toMatchObject({
    spots: 'spots/000002.png',
    spotTable: 'spots/000002.csv',
  });
  expect(Object.keys(samples[1].files)).toEqual(['mask', 'labels', 'image']);
  expect([...decodePng(files['spots/000002.png']).image.data]).toEqual([
    ...(sampleWithSpots(2).spots?.mask.data ?? []),
  ]);
  expect(strFromU8(files['spots/000000.csv'])).toBe('x,y,radius,intensity,cell\n1.5,2,1,90,300\n');
});

it('gives the same bytes when it is resumed', async () => {
  const store = memorySegmentStore();
  const first = await run(store);
  expect(await run(store)).toEqual(first);
});
