import { shardPaths } from '../checkpoints/bundle/bundle-tensors.ts';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { parseManifest } from '../checkpoints/bundle/parse-manifest.ts';
import type { ByteSource } from '../checkpoints/byte-source.ts';
import { describeContent } from '../checkpoints/content.ts';
import { type GroupedFiles, groupFiles, type ModelFiles } from '../checkpoints/group-files.ts';
import type { RecognisedFile } from '../checkpoints/recognise.ts';
import { CytoForgeError, type PlainError, toPlainError } from '../errors.ts';
import type { BundleData } from '../pipeline/generation-service.ts';
import type { BundleStore } from './bundle-store.ts';
import { expandArchives } from './expand-archives.ts';
import { filesOfModel, importModel } from './import-models.ts';

/** How far a group of files is on its way to a model. */
export interface ImportProgress {
  id: string;
  fileNames: string[];
  status: 'reading' | 'converting' | 'done' | 'failed';
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
  /** A stored model, its shards as files. @throws CytoForgeError `io` when it is not there any more. */
  read(sha256: string): Promise<BundleData>;
  remove(sha256: string): Promise<void>;
  /**
   * Converts files and keeps the models. What fails is reported by `onProgress`; the rest goes on.
   * @param id Of the import; its parts get ids that begin with it.
   */
  importFiles(
    id: string,
    files: NamedBlob[],
    onProgress: (progress: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<StoredModel[]>;
}

/** A bundle without a manifest is left over from a closed tab when its import began longer ago than this. */
const DRAFT_LIFETIME_MS = 3_600_000;

/** A new import's id; it says when it began. */
export function newImportId(now = Date.now()): string {
  return `import-${now}-${Math.random().toString(36).slice(2, 8)}`;
}

function isLeftOver(bundle: string, now = Date.now()): boolean {
  const began = /^import-(\d+)-/.exec(bundle)?.[1];
  return began === undefined || now - Number(began) > DRAFT_LIFETIME_MS;
}

/** So often at most is a running conversion reported. */
const REPORT_EVERY_MS = 100;

/** The parts of a model that are none by themselves, in words. */
const PART_NAMES: Partial<Record<RecognisedFile['kind'], string>> = {
  'pix2pixhd-encoder': 'a pix2pixHD encoder',
  'style-clusters': 'style clusters',
  options: 'training options',
  'bundle-shard': 'a weights file of a model bundle',
};

function strayError({ source, kind, error }: RecognisedFile): PlainError {
  if (error) return error;
  const part = PART_NAMES[kind];
  return toPlainError(
    new CytoForgeError('not-a-checkpoint', `${source.name} is no model by itself.`, {
      found: part ?? describeContent(source),
      expected: 'a StyleGAN snapshot, a pix2pixHD generator or a model bundle',
      hint: part && 'Choose all files of the model together.',
    }),
  );
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
  let opened: Promise<BundleStore> | undefined;
  const store = () => {
    opened ??= openStore();
    return opened;
  };

  /** The manifest of a bundle; null when it is not whole or not readable any more. */
  async function manifestOf(bundle: string): Promise<ModelManifest | null> {
    try {
      const file = await (await store()).read(bundle, 'model.json');
      return file && parseManifest(JSON.parse(await file.text()));
    } catch {
      return null;
    }
  }

  async function removeUnfinished(bundle: string): Promise<void> {
    const bundles = await store();
    if (!(await bundles.read(bundle, 'model.json'))) await bundles.remove(bundle);
  }

  async function wholeBundles(): Promise<{ bundle: string; manifest: ModelManifest }[]> {
    const bundles = await (await store()).list();
    const whole: { bundle: string; manifest: ModelManifest }[] = [];
    for (const bundle of bundles) {
      const manifest = await manifestOf(bundle);
      if (manifest) whole.push({ bundle, manifest });
      else if (isLeftOver(bundle)) await removeUnfinished(bundle);
    }
    return whole;
  }

  async function removeOthers(sha256: string, kept: string | null): Promise<void> {
    for (const { bundle, manifest } of await wholeBundles()) {
      const same = manifest.provenance.weightsSha256 === sha256;
      if (same && bundle !== kept) await (await store()).remove(bundle);
    }
  }

  async function importOne(
    id: string,
    model: ModelFiles,
    onProgress: (progress: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<StoredModel | null> {
    const fileNames = filesOfModel(model).map(({ name }) => name);
    const bundles = await store();
    let reported = 0;
    const report = (progress: number) => {
      if (performance.now() - reported < REPORT_EVERY_MS) return;
      reported = performance.now();
      onProgress({ id, fileNames, status: 'converting', progress, error: null });
    };
    const writeFile = (name: string, bytes: Uint8Array) =>
      bundles.write(id, name, new Uint8Array(bytes));
    try {
      report(0);
      const manifest = await importModel(model, { writeFile }, report, signal);
      await removeOthers(manifest.provenance.weightsSha256, id);
      const unaveraged = model.kind === 'stylegan' && manifest.provenance.network === 'G';
      onProgress({ id, fileNames, status: 'done', progress: 1, error: null, unaveraged });
      return { manifest, card: null };
    } catch (cause) {
      await bundles.remove(id);
      const error = toPlainError(cause);
      onProgress({ id, fileNames, status: 'failed', progress: 0, error });
      return null;
    }
  }

  return {
    async list() {
      const found = await wholeBundles();
      const bundles = await store();
      return Promise.all(
        found.map(async ({ bundle, manifest }) => {
          const card = manifest.card ? await bundles.read(bundle, manifest.card) : null;
          return { manifest, card: card && (await card.text()) };
        }),
      );
    },
    async read(sha256) {
      const found = (await wholeBundles()).find(
        ({ manifest }) => manifest.provenance.weightsSha256 === sha256,
      );
      const bundles = await store();
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
    remove: (sha256) => removeOthers(sha256, null),
    async importFiles(id, files, onProgress, signal) {
      const fileNames = files.map(({ name }) => name);
      onProgress({ id, fileNames, status: 'reading', progress: 0, error: null });
      let grouped: GroupedFiles;
      try {
        grouped = groupFiles(expandArchives(files.map(({ blob, name }) => openBlob(blob, name))));
      } catch (cause) {
        const error = toPlainError(cause);
        onProgress({ id, fileNames, status: 'failed', progress: 0, error });
        return [];
      }
      let parts = 0;
      // The first part takes the place of the whole import in the list.
      const nextId = () => (parts++ === 0 ? id : `${id}-${parts}`);
      const stored: StoredModel[] = [];
      for (const model of grouped.models) {
        const one = await importOne(nextId(), model, onProgress, signal);
        if (one) stored.push(one);
      }
      for (const file of grouped.others) {
        onProgress({
          id: nextId(),
          fileNames: [file.source.name],
          status: 'failed',
          progress: 0,
          error: strayError(file),
        });
      }
      return stored;
    },
  };
}
