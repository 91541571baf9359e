import { shardPaths } from '../checkpoints/bundle/bundle-tensors.ts';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import type { ReferenceFiles } from '../checkpoints/bundle/reference-files.ts';
import type { ByteSource } from '../checkpoints/byte-source.ts';
import { CytoForgeError, type PlainError } from '../errors.ts';
import type { BundleData } from '../pipeline/generation-service.ts';
import { oneAtATime } from '../pipeline/one-at-a-time.ts';
import type { BundleStore } from './bundle-store.ts';
import { runImport } from './run-import.ts';
import {
  bundleOfWeights,
  cardOf,
  referenceOf,
  removeOthers,
  wholeBundles,
} from './stored-bundles.ts';

/** How far a group of files is on its way to a model. */
export interface ImportProgress {
  id: string;
  fileNames: string[];
  status: 'waiting' | 'reading' | 'converting' | 'done' | 'failed' | 'cancelled';
  /** 0..1 */
  progress: number;
  error: PlainError | null;
  /** Once done: the generator in training was taken, as the snapshot has no averaged one. */
  unaveraged?: boolean;
}

/** A model that is kept. */
export interface StoredModel {
  manifest: ModelManifest;
  card: string | null;
}

/** A file with its path in a dropped folder, which a `File` loses on its way to a worker. */
export interface NamedBlob {
  name: string;
  blob: Blob;
}

/** What the checkpoint worker offers. */
export interface CheckpointService {
  list(): Promise<StoredModel[]>;
  /** Whether the browser keeps the models, or the page only as long as it is open. */
  place(): Promise<BundleStore['place']>;
  /** A stored model, its shards as files. @throws CytoForgeError `io` when it is not there any more. */
  read(sha256: string): Promise<BundleData>;
  /** What the original made with a stored model's weights; null where it came without. */
  readReference(sha256: string): Promise<ReferenceFiles | null>;
  remove(sha256: string): Promise<void>;
  /**
   * Converts files and keeps the models, one import after the other. What fails is reported by `onProgress`; the
   * rest goes on.
   * @param id Of the import; its parts get ids that begin with it.
   */
  importFiles(
    id: string,
    files: NamedBlob[],
    onProgress: (progress: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<StoredModel[]>;
}

/**
 * Conversion and keeping of models for the worker they run in.
 * @param openStore Where bundles are kept.
 * @param openBlob Random access to a file's bytes.
 */
export function createCheckpointService(
  openStore: () => Promise<BundleStore>,
  openBlob: (blob: Blob, name: string) => ByteSource,
): CheckpointService {
  const oneImport = oneAtATime();
  let opened: Promise<BundleStore> | undefined;
  const store = () => {
    opened ??= openStore();
    return opened;
  };

  return {
    async list() {
      const bundles = await store();
      const models: StoredModel[] = [];
      for (const { bundle, manifest } of await wholeBundles(bundles)) {
        models.push({ manifest, card: await cardOf(bundles, bundle, manifest) });
      }
      return models;
    },
    place: async () => (await store()).place,
    async read(sha256) {
      const bundles = await store();
      const found = await bundleOfWeights(bundles, sha256);
      const shards = found
        ? await Promise.all(
            shardPaths(found.manifest).map((path) => bundles.read(found.bundle, path)),
          )
        : [null];
      const present = shards.filter((shard) => shard !== null);
      if (!found || present.length < shards.length) {
        throw new CytoForgeError('io', 'A stored model is gone.', {
          where: sha256.slice(0, 12),
          hint: 'The browser may have cleared its storage; drop the files again.',
        });
      }
      return { manifest: found.manifest, shards: present };
    },
    async readReference(sha256) {
      const bundles = await store();
      const found = await bundleOfWeights(bundles, sha256);
      return found && referenceOf(bundles, found.bundle, found.manifest);
    },
    remove: async (sha256) => removeOthers(await store(), sha256, null),
    importFiles(id, files, onProgress, signal) {
      const fileNames = files.map(({ name }) => name);
      onProgress({ id, fileNames, status: 'waiting', progress: 0, error: null });
      let begun = false;
      // One that still waits must not wait for the others to be cancelled.
      const cancelled = new Promise<StoredModel[]>((resolve) => {
        signal?.addEventListener('abort', () => {
          if (begun) return;
          onProgress({ id, fileNames, status: 'cancelled', progress: 0, error: null });
          resolve([]);
        });
      });
      const imported = oneImport(async () => {
        if (signal?.aborted) return [];
        begun = true;
        const sources = files.map(({ blob, name }) => openBlob(blob, name));
        return runImport(await store(), { id, sources, onProgress, signal });
      });
      return Promise.race([imported, cancelled]);
    },
  };
}
