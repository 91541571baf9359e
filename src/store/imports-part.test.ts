import { describe, expect, it } from 'vitest';
import type { StorageReport } from '../engine/storage-report.ts';
import { libraryModel, maskManifest, testAddress, testEngine } from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';

const file = () => new File(['x'], 'a.pkl');

async function startedStore(change: (engine: ReturnType<typeof testEngine>['engine']) => void) {
  const { engine } = testEngine([libraryModel(maskManifest('a'))]);
  change(engine);
  const store = createStudioStore(engine, testAddress());
  await store.getState().startStudio();
  return store;
}

describe('imports', () => {
  it('can be cancelled by any of their parts', async () => {
    let signal: AbortSignal | undefined;
    const store = await startedStore((engine) => {
      engine.library.importFiles = (_, onProgress, stop) => {
        signal = stop;
        const part = { fileNames: ['a.pkl'], progress: 0, error: null };
        onProgress({ id: 'i', status: 'done', ...part });
        onProgress({ id: 'i-2', status: 'converting', ...part });
        return new Promise((resolve) => {
          stop?.addEventListener('abort', () => {
            onProgress({ id: 'i-2', status: 'cancelled', ...part });
            resolve([]);
          });
        });
      };
    });
    const dropped = store.getState().dropFiles([file()]);
    expect(store.getState().imports.map(({ status }) => status)).toEqual(['done', 'converting']);
    store.getState().cancelImport('i-2');
    await dropped;
    expect(signal?.aborted).toBe(true);
    expect(store.getState().imports.map(({ status }) => status)).toEqual(['done', 'cancelled']);
  });

  it('ask once that models are kept, and show the answer', async () => {
    const storage: StorageReport = {
      place: 'browser',
      usedBytes: 5,
      quotaBytes: 10,
      persistent: false,
    };
    let asked = 0;
    const store = await startedStore((engine) => {
      engine.library.storage = async () => ({ ...storage });
      engine.library.importFiles = async () => [libraryModel(maskManifest('c'), 'dropped')];
      engine.library.keepStored = async () => {
        asked++;
        storage.persistent = true;
        return true;
      };
    });
    expect(asked).toBe(0);
    await store.getState().dropFiles([file()]);
    await expect.poll(() => store.getState().storage?.persistent).toBe(true);
    await store.getState().dropFiles([file()]);
    expect(asked).toBe(1);
  });

  it('do not ask where the browser keeps nothing', async () => {
    let asked = 0;
    const store = await startedStore((engine) => {
      engine.library.storage = async () => ({
        place: 'page',
        usedBytes: null,
        quotaBytes: null,
        persistent: false,
      });
      engine.library.importFiles = async () => [libraryModel(maskManifest('c'), 'dropped')];
      engine.library.keepStored = async () => ++asked > 0;
    });
    await store.getState().dropFiles([file()]);
    expect(asked).toBe(0);
  });
});

describe('a model in use that is removed', () => {
  it('gives its place to the demo, and a notice says so', async () => {
    const store = await startedStore((engine) => {
      engine.library.storedModels = async () => [libraryModel(maskManifest('c'), 'dropped')];
    });
    const { sha256 } = libraryModel(maskManifest('c'));
    await store.getState().pickModel(sha256);
    expect(store.getState().maskModel).toBe(sha256);
    await store.getState().removeModel(sha256);
    expect(store.getState().maskModel).toBe(libraryModel(maskManifest('a')).sha256);
    expect(store.getState().notices.at(-1)).toMatchObject({
      message: 'notice.modelReplaced',
      values: { name: 'masks-c', next: 'masks-a' },
    });
  });
});
