import type { ByteSource } from '../checkpoints/byte-source.ts';
import { describeContent } from '../checkpoints/content.ts';
import {
  type GroupedFiles,
  groupFiles,
  type ModelFiles,
  modelSources,
} from '../checkpoints/group-files.ts';
import type { RecognisedFile } from '../checkpoints/recognise.ts';
import { CytoForgeError, type PlainError, toPlainError } from '../errors.ts';
import type { BundleStore } from './bundle-store.ts';
import type { ImportProgress, StoredModel } from './checkpoint-service.ts';
import { importModel } from './import-models.ts';
import { reserveSpace } from './reserve-space.ts';
import { cardOf, removeOthers } from './stored-bundles.ts';

/** So often at most is a running conversion reported. */
const REPORT_EVERY_MS = 100;

/** The parts of a model that are none by themselves, in words. */
const PART_NAMES: Partial<Record<RecognisedFile['kind'], string>> = {
  'pix2pixhd-encoder': 'a pix2pixHD encoder',
  'style-clusters': 'style clusters',
  'cellpose-size-model': 'a size model of Cellpose’s',
  options: 'training options',
  'bundle-shard': 'a weights file of a model bundle',
};

/** One drop of files on its way. */
export interface ImportRun {
  id: string;
  sources: ByteSource[];
  onProgress: (progress: ImportProgress) => void;
  signal?: AbortSignal;
}

function strayError({ source, kind, error }: RecognisedFile): PlainError {
  if (error) return error;
  const part = PART_NAMES[kind];
  return toPlainError(
    new CytoForgeError('not-a-checkpoint', `${source.name} is no model by itself.`, {
      where: source.name,
      found: part ?? describeContent(source),
      expected:
        'a StyleGAN snapshot, a pix2pixHD generator, a segmentation network or a model bundle',
      hint: part ? 'Choose all files of the model together.' : 'Choose another file.',
    }),
  );
}

/** How an import ended that did not come to a model. */
function endOf(cause: unknown): Pick<ImportProgress, 'status' | 'error'> {
  const error = toPlainError(cause);
  if (error.code === 'cancelled') return { status: 'cancelled', error: null };
  return { status: 'failed', error };
}

async function importOne(
  store: BundleStore,
  id: string,
  model: ModelFiles,
  { onProgress, signal }: ImportRun,
): Promise<StoredModel | null> {
  const fileNames = modelSources(model).map(({ name }) => name);
  let reported = 0;
  const report = (progress: number) => {
    if (performance.now() - reported < REPORT_EVERY_MS) return;
    reported = performance.now();
    onProgress({ id, fileNames, status: 'converting', progress, error: null });
  };
  try {
    signal?.throwIfAborted();
    report(0);
    const manifest = await importModel(model, {
      sink: { writeFile: (name, bytes) => store.write(id, name, new Uint8Array(bytes)) },
      reserve: (size) => reserveSpace(store, fileNames[0], size),
      onProgress: report,
      signal,
    });
    await removeOthers(store, manifest.provenance.weightsSha256, id);
    const unaveraged = model.kind === 'stylegan' && manifest.provenance.network === 'G';
    onProgress({ id, fileNames, status: 'done', progress: 1, error: null, unaveraged });
    return { manifest, card: await cardOf(store, id, manifest) };
  } catch (cause) {
    await store.remove(id);
    onProgress({ id, fileNames, progress: 0, ...endOf(cause) });
    return null;
  }
}

/**
 * Groups files into models and keeps each. What fails, is no model or is cancelled is reported by `onProgress`.
 * @returns the models that are kept now.
 */
export async function runImport(store: BundleStore, run: ImportRun): Promise<StoredModel[]> {
  const { id, sources, onProgress, signal } = run;
  const fileNames = sources.map(({ name }) => name);
  let grouped: GroupedFiles;
  try {
    signal?.throwIfAborted();
    onProgress({ id, fileNames, status: 'reading', progress: 0, error: null });
    grouped = groupFiles(sources);
  } catch (cause) {
    onProgress({ id, fileNames, progress: 0, ...endOf(cause) });
    return [];
  }
  let parts = 0;
  // The first part takes the place of the whole import in the list.
  const nextId = () => (parts++ === 0 ? id : `${id}-${parts}`);
  const stored: StoredModel[] = [];
  for (const model of grouped.models) {
    const one = await importOne(store, nextId(), model, run);
    if (one) stored.push(one);
  }
  for (const file of grouped.others) {
    const error = strayError(file);
    const name = file.source.name;
    onProgress({ id: nextId(), fileNames: [name], status: 'failed', progress: 0, error });
  }
  return stored;
}
