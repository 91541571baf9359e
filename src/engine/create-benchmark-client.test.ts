import { describe, expect, it, vi } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { createSegmentationSession } from '../segmentation/segmentation-session.ts';
import { memoryShelf } from '../services/benchmark/result-shelf.ts';
import { type BenchmarkService, createBenchmarkService } from '../services/benchmark-service.ts';
import { annotatedFiles } from '../services/fixtures/annotated-files.ts';
import type { BenchmarkTask } from './benchmark-client.ts';
import { createBenchmarkClient } from './create-benchmark-client.ts';
import { type FakeWorker, fakeWorker } from './fixtures/fake-worker.ts';

const SET = { id: 's', name: 'squares', origin: 'files' } as const;
const TASK: BenchmarkTask = {
  order: {
    ...{ set: 's', sample: 0, micronsPerPixel: null },
    choice: { method: 'otsu', weights: null, values: {} },
  },
  ...{ model: null, backend: 'cpu' },
};
const nothing = () => undefined;
const never = new AbortController().signal;

function openPage(change: (service: BenchmarkService) => BenchmarkService = (same) => same) {
  const workers: FakeWorker<BenchmarkService>[] = [];
  const shelf = memoryShelf();
  const client = createBenchmarkClient(
    () => {
      const source = (_: Blob, name: string) => bytesSource(name, new Uint8Array());
      const session = createSegmentationSession();
      const worker = fakeWorker(change(createBenchmarkService(session, async () => shelf, source)));
      workers.push(worker);
      return worker;
    },
    async () => new File([], 'sample.zip'),
  );
  return { client, workers };
}

const files = () =>
  annotatedFiles(2).map(({ file, path }) => new File([file], path, { type: 'image/png' }));

describe('createBenchmarkClient', () => {
  it('opens a set and runs on it', async () => {
    const { client } = openPage();
    expect(await client.openSet(SET, files())).toMatchObject({ samples: ['0', '1'] });
    const { evaluation } = await client.run(TASK, nothing, never);
    expect(evaluation.counts.predictedObjects).toBe(4);
    expect((await client.inspect(TASK)).found).not.toBeNull();
  });

  it('gives a worker that is started again what it needs', async () => {
    const { client, workers } = openPage();
    await client.openSet(SET, files());
    await client.run(TASK, nothing, never);
    workers[0].crash();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await client.recall(TASK)).not.toBeNull();
    expect(workers).toHaveLength(2);
  });

  it('opens a kept set in another page by its name alone', async () => {
    const { client, workers } = openPage();
    await client.openSet(SET, files());
    workers[0].crash();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await client.keptSets()).toEqual([SET]);
    expect(await client.openSet(SET, null)).toMatchObject({ layout: 'pairs' });
  });

  it('ends a worker that does not hear Cancel, and starts another', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { client, workers } = openPage((service) => ({
        ...service,
        run: () => new Promise(() => undefined),
      }));
      await client.openSet(SET, files());
      const controller = new AbortController();
      const run = client.run(TASK, nothing, controller.signal);
      const rejected = expect(run).rejects.toMatchObject({ code: 'cancelled' });
      await vi.advanceTimersByTimeAsync(10);
      controller.abort();
      await vi.advanceTimersByTimeAsync(5000);
      await rejected;
      await client.recall(TASK);
      expect(workers).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
