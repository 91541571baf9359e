import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CheckpointService, ImportProgress } from '../services/checkpoint-service.ts';
import { createModelLibrary } from './create-model-library.ts';
import { type FakeWorker, fakeWorker } from './fixtures/fake-worker.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function workerWith(service: Partial<CheckpointService>) {
  return fakeWorker(service as CheckpointService);
}

function libraryOver(worker: FakeWorker<CheckpointService>) {
  return createModelLibrary(
    () => worker,
    async () => [],
  );
}

const file = () => new File(['x'], 'a.pkl');

describe('createModelLibrary', () => {
  it('passes Cancel on, and waits for a worker that hears it', async () => {
    vi.useFakeTimers();
    const worker = workerWith({
      importFiles: (_, __, ___, signal) =>
        new Promise((resolve) => signal?.addEventListener('abort', () => resolve([]))),
    });
    const library = libraryOver(worker);
    const stop = new AbortController();
    const imported = library.importFiles([file()], () => undefined, stop.signal);
    stop.abort();
    expect(await imported).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(worker.isOver).toBe(false);
  });

  it('ends a worker that is stuck in a file, and calls that cancelled', async () => {
    vi.useFakeTimers();
    const worker = workerWith({ importFiles: () => new Promise(() => undefined) });
    const library = libraryOver(worker);
    const heard: ImportProgress[] = [];
    const stop = new AbortController();
    const imported = library.importFiles([file()], (progress) => heard.push(progress), stop.signal);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(worker.isOver).toBe(false);
    stop.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await imported).toEqual([]);
    expect(worker.isOver).toBe(true);
    expect(heard).toMatchObject([{ status: 'cancelled', fileNames: ['a.pkl'], error: null }]);
  });

  it('tells the room there is, as far as the browser does', async () => {
    const worker = workerWith({ place: async () => 'browser' });
    const library = libraryOver(worker);
    vi.stubGlobal('navigator', {
      storage: {
        estimate: async () => ({ usage: 5, quota: 10 }),
        persisted: async () => true,
        persist: async () => true,
      },
    });
    expect(await library.storage()).toEqual({
      place: 'browser',
      usedBytes: 5,
      quotaBytes: 10,
      persistent: true,
    });
    expect(await library.keepStored()).toBe(true);
    vi.stubGlobal('navigator', {});
    expect(await library.storage()).toEqual({
      place: 'browser',
      usedBytes: null,
      quotaBytes: null,
      persistent: false,
    });
    expect(await library.keepStored()).toBe(false);
  });
});
