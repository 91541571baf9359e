import { proxy } from 'comlink';
import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import { toPlainError } from '../errors.ts';
import { bundleBytes } from '../services/bundle-bytes.ts';
import {
  type CheckpointService,
  newImportId,
  type StoredModel,
} from '../services/checkpoint-service.ts';
import type { LibraryModel, ModelLibrary } from './model-library.ts';
import { reopening } from './reopening.ts';
import type { WorkerLink } from './worker-link.ts';

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
      role: isMaskManifest(manifest) ? 'mask' : 'image',
      bytes: bundleBytes(manifest),
      read: () => worker.call((service) => service.read(sha256)),
    };
  }

  return {
    demoModels: async () => remember(await fetchDemo()),
    async storedModels() {
      const stored = await worker.call((service) => service.list());
      return remember(stored.map(fromStorage));
    },
    async importFiles(files, onProgress) {
      const id = newImportId();
      const named = files.map((file) => ({
        name: file.webkitRelativePath || file.name,
        blob: file,
      }));
      try {
        const stored = await worker.call((service) =>
          service.importFiles(id, named, proxy(onProgress)),
        );
        return remember(stored.map(fromStorage));
      } catch (cause) {
        onProgress({
          id,
          fileNames: named.map(({ name }) => name),
          status: 'failed',
          progress: 0,
          error: toPlainError(cause),
        });
        return [];
      }
    },
    find: (sha256) => known.get(sha256) ?? null,
    async remove(sha256) {
      known.delete(sha256);
      await worker.call((service) => service.remove(sha256));
    },
  };
}
