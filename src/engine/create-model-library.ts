import { proxy } from 'comlink';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import { toPlainError } from '../errors.ts';
import { bundleBytes } from '../services/bundle-bytes.ts';
import type { CheckpointService, StoredModel } from '../services/checkpoint-service.ts';
import { newImportId } from '../services/stored-bundles.ts';
import type { LibraryModel, ModelLibrary, ModelRole } from './model-library.ts';
import { type ReopeningWorker, reopening } from './reopening.ts';
import { browserStorage } from './storage-report.ts';
import type { WorkerLink } from './worker-link.ts';

/** A conversion hears Cancel between two tensors; one that does not in this time is stuck in a file. */
const STUCK_AFTER_MS = 10_000;

/** What a dropped model is for; spots are a choice of the site's own models. */
function roleOf(manifest: ModelManifest): ModelRole {
  if (isMaskManifest(manifest)) return 'mask';
  return manifest.architecture === 'pix2pixhd' ? 'image' : 'segmenter';
}

/** Ends the worker when it does not answer to `signal`. @returns what calls that off. */
function endWhenStuck(
  worker: ReopeningWorker<CheckpointService>,
  signal: AbortSignal | undefined,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(() => worker.end(), STUCK_AFTER_MS);
  };
  signal?.addEventListener('abort', wait, { once: true });
  return () => {
    signal?.removeEventListener('abort', wait);
    clearTimeout(timer);
  };
}

/**
 * Models of the site and of dropped files.
 * @param spawn Starts the checkpoint worker; called when it is first needed, and after a crash.
 * @param fetchDemo Fetches the site's models.
 */
export function createModelLibrary(
  spawn: () => WorkerLink<CheckpointService>,
  fetchDemo: () => Promise<LibraryModel[]>,
): ModelLibrary {
  const worker = reopening(spawn);
  const known = new Map<string, LibraryModel>();

  function remember(models: LibraryModel[]): LibraryModel[] {
    for (const model of models) {
      if (known.get(model.sha256)?.origin !== 'demo') known.set(model.sha256, model);
    }
    return models;
  }

  function fromStorage({ manifest, card }: StoredModel): LibraryModel {
    const sha256 = manifest.provenance.weightsSha256;
    return {
      sha256,
      manifest,
      card,
      origin: 'dropped',
      role: roleOf(manifest),
      bytes: bundleBytes(manifest),
      read: () => worker.call((service) => service.read(sha256)),
      readReference: () => worker.call((service) => service.readReference(sha256)),
    };
  }

  return {
    demoModels: async () => remember(await fetchDemo()),
    async storedModels() {
      const stored = await worker.call((service) => service.list());
      return remember(stored.map(fromStorage));
    },
    async importFiles(files, onProgress, signal) {
      const id = newImportId();
      const named = files.map((file) => ({
        name: file.webkitRelativePath || file.name,
        blob: file,
      }));
      const stopStuck = endWhenStuck(worker, signal);
      try {
        const stored = await worker.call(
          (service, crossing) => service.importFiles(id, named, proxy(onProgress), crossing),
          signal,
        );
        return remember(stored.map(fromStorage));
      } catch (cause) {
        const fileNames = named.map(({ name }) => name);
        const error = signal?.aborted ? null : toPlainError(cause);
        const status = error ? 'failed' : 'cancelled';
        onProgress({ id, fileNames, status, progress: 0, error });
        return [];
      } finally {
        stopStuck();
      }
    },
    storage: async () => browserStorage(await worker.call((service) => service.place())),
    keepStored: async () => (await navigator.storage?.persist?.()) ?? false,
    find: (sha256) => known.get(sha256) ?? null,
    async remove(sha256) {
      known.delete(sha256);
      await worker.call((service) => service.remove(sha256));
    },
  };
}
