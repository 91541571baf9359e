import { describe, expect, it, vi } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { createSegmentationSession } from '../segmentation/segmentation-session.ts';
import { memoryShelf, type ResultShelf } from './benchmark/result-shelf.ts';
import { createBenchmarkService, type ImageOrder } from './benchmark-service.ts';
import { annotatedFiles, mismatchedFiles } from './fixtures/annotated-files.ts';

const nothing = () => undefined;
const OTSU: ImageOrder = {
  ...{ set: 's', sample: 0, micronsPerPixel: null },
  choice: { method: 'otsu', weights: null, values: {} },
};

async function openService(shelf: ResultShelf, files = annotatedFiles(2)) {
  const session = createSegmentationSession();
  const segment = vi.spyOn(session, 'segment');
  const service = createBenchmarkService(
    session,
    async () => shelf,
    (_, name) => bytesSource(name, new Uint8Array()),
  );
  await service.start('cpu');
  const info = await service.openSet({ id: 's', name: 'squares', origin: 'files', files });
  return { service, segment, info };
}

describe('the benchmark service', () => {
  it('runs an algorithm on an image and scores what it found', async () => {
    const { service, info } = await openService(memoryShelf());
    expect(info).toEqual({ layout: 'pairs', samples: ['0', '1'], withoutImage: 0 });
    const { evaluation, traits, facts } = await service.run(OTSU, nothing);
    expect(evaluation.counts).toMatchObject({ trueObjects: 4, predictedObjects: 4 });
    expect(evaluation.counts.matches[0].truePositives).toBe(4);
    expect(traits).toMatchObject({ objects: 4, touching: 0, width: 64 });
    expect(facts).toHaveProperty('threshold');
  });

  it('keeps what it found for the next worker, and runs nothing twice', async () => {
    const shelf = memoryShelf();
    const first = await openService(shelf);
    expect(await first.service.recall(OTSU)).toBeNull();
    const outcome = await first.service.run(OTSU, nothing);
    // The second image has the same pixels.
    await first.service.run({ ...OTSU, sample: 1 }, nothing);
    expect(first.segment).toHaveBeenCalledTimes(1);

    const second = await openService(shelf);
    expect(await second.service.recall(OTSU)).toEqual(outcome);
    expect(await second.service.run(OTSU, nothing)).toEqual(outcome);
    expect(second.segment).not.toHaveBeenCalled();
    expect(await second.service.keptSets()).toEqual([
      { id: 's', name: 'squares', origin: 'files' },
    ]);
  });

  it('runs again with another parameter', async () => {
    const { service, segment } = await openService(memoryShelf());
    await service.run(OTSU, nothing);
    const choice = { ...OTSU.choice, values: { min_size: 1000 } };
    const { evaluation } = await service.run({ ...OTSU, choice }, nothing);
    expect(evaluation.counts.predictedObjects).toBe(0);
    expect(segment).toHaveBeenCalledTimes(2);
  });

  it('shows an image with its truth and what was found', async () => {
    const { service } = await openService(memoryShelf());
    expect((await service.inspect(OTSU)).found).toBeNull();
    await service.run(OTSU, nothing);
    const { image, truth, found } = await service.inspect(OTSU);
    expect(image.data[0]).toBe(0);
    expect(image.data[8 * 64 + 8]).toBe(255);
    expect(Math.max(...truth.data)).toBe(4);
    expect(found?.data[8 * 64 + 8]).toBeGreaterThan(0);
    expect(found?.data[0]).toBe(0);
  });

  it('measures the cells of a set, without what cannot be read', async () => {
    const { service } = await openService(memoryShelf(), mismatchedFiles());
    const cells = await service.measureCells('s');
    expect(cells).toHaveLength(4);
    expect(cells[0]).toMatchObject({ area: 144, solidity: 1 });
  });

  it('refuses an image whose truth has another size, and a set without truth', async () => {
    const { service } = await openService(memoryShelf(), mismatchedFiles());
    await expect(service.run({ ...OTSU, sample: 1 }, nothing)).rejects.toMatchObject({
      code: 'bad-image',
      details: { found: '64 × 64 and 8 × 8' },
    });
    const files = [{ path: 'notes.txt', file: new Blob(['x']) }];
    const other = service.openSet({ id: 't', name: 'notes', origin: 'files', files });
    await expect(other).rejects.toMatchObject({ code: 'unsupported' });
    expect(await service.keptSets()).toHaveLength(1);
  });

  it('refuses to estimate a diameter with what has none', async () => {
    const { service } = await openService(memoryShelf());
    await expect(service.estimateDiameter(OTSU)).rejects.toMatchObject({ code: 'bad-option' });
  });
});
