import type { LibraryModel } from '../engine/model-library.ts';
import type { ImportProgress } from '../services/checkpoint-service.ts';
import { plainErrorView, toErrorView } from './error-view.ts';
import type { SliceContext } from './slice-context.ts';
import type { ModelsSlice } from './studio-state.ts';

/** The imports' share of the models' slice. */
export interface ImportsPart {
  slice: Pick<
    ModelsSlice,
    'imports' | 'storage' | 'dropFiles' | 'cancelImport' | 'dismissImport' | 'keepModels'
  >;
  /** Asks anew what the browser keeps and how much room is left. */
  readStorage(): Promise<void>;
}

/**
 * Files on their way to becoming models, and the room for them.
 * @param onModels Takes the models of a drop into the library.
 */
export function createImportsPart(
  { set, get, engine }: SliceContext,
  onModels: (models: LibraryModel[]) => Promise<void>,
): ImportsPart {
  const running = new Map<string, AbortController>();

  function showImport(progress: ImportProgress): void {
    const shown = { ...progress, error: progress.error && plainErrorView(progress.error) };
    set(({ imports }) => ({
      imports: imports.some(({ id }) => id === shown.id)
        ? imports.map((old) => (old.id === shown.id ? shown : old))
        : [...imports, shown],
    }));
  }

  async function readStorage(): Promise<void> {
    const storage = await engine.library.storage().catch(() => null);
    set({ storage });
  }

  /** Asked once there is something to keep: browsers weigh that, and some ask the person. */
  async function askToKeep(): Promise<void> {
    const { storage } = get();
    if (storage?.place !== 'browser' || storage.persistent) return;
    await engine.library.keepStored().catch(() => false);
    await readStorage();
  }

  const slice: ImportsPart['slice'] = {
    imports: [],
    storage: null,
    async dropFiles(files) {
      const stop = new AbortController();
      const ids: string[] = [];
      const onProgress = (progress: ImportProgress) => {
        ids.push(progress.id);
        running.set(progress.id, stop);
        showImport(progress);
      };
      try {
        const models = await engine.library.importFiles(files, onProgress, stop.signal);
        await readStorage();
        if (models.length > 0) void askToKeep();
        await onModels(models);
      } catch (error) {
        get().notify({ kind: 'error', message: 'notice.importFailed', error: toErrorView(error) });
      } finally {
        for (const id of ids) running.delete(id);
      }
    },
    cancelImport(id) {
      running.get(id)?.abort();
    },
    dismissImport(id) {
      set(({ imports }) => ({ imports: imports.filter((shown) => shown.id !== id) }));
    },
    async keepModels() {
      await askToKeep();
      if (!get().storage?.persistent)
        get().notify({ kind: 'warning', message: 'notice.keepRefused' });
    },
  };

  return { slice, readStorage };
}
