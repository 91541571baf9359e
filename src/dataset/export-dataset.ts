import { type CocoSample, cocoSample, cocoText } from './coco.ts';
import { type DatasetHead, type DatasetSample, manifestText } from './dataset-manifest.ts';
import { COCO_NAME, type FinishedSample, MANIFEST_NAME } from './dataset-segment.ts';
import { FinishedSegments } from './finished-segments.ts';
import { layoutFiles } from './layouts/layout.ts';
import type { LayoutName } from './layouts/layout-name.ts';
import { styleGanLabels } from './layouts/stylegan.ts';
import { hasGates, judgeSample, type QualityGates } from './quality-gates.ts';
import { type ReportOptions, reportOfSet } from './report/report-of-set.ts';
import { factsOfSample, objectsText } from './sample-facts.ts';
import { encodeSampleFiles, type SampleImages, sampleFileNames } from './sample-files.ts';
import { samplePicture } from './sample-picture.ts';
import type { SampleSource } from './sample-source.ts';
import type { SegmentStore } from './segment-store.ts';
import { type DatasetEntry, writeZip } from './zip-writer.ts';

const SAMPLES_PER_SEGMENT = 32;
/** So many samples are shown in the report. */
const PICTURES = 18;

/** Names of the report and of the table of objects. */
export const REPORT_NAME = 'report.html';
export const OBJECTS_NAME = 'objects.csv';

/** How far an export is. */
export interface ExportProgress {
  /** Samples in the set so far. */
  done: number;
  /** Of these, how many an earlier run had made. */
  resumed: number;
  /** Candidates that did not pass the gates. */
  rejected: number;
}

/** How an export ended. Whatever it was, the set is whole and lists exactly what is in it. */
export interface ExportOutcome {
  status: 'done' | 'cancelled' | 'failed';
  /** Samples in the set. */
  samples: number;
  rejected: number;
  /** What stopped it, when it failed. */
  error?: unknown;
}

/** What an export needs. The recipe's type is the caller's: this room stores it as JSON. */
export interface ExportOptions<Recipe> extends DatasetHead {
  /** The recipes, in the order of the set. */
  source: SampleSource<Recipe>;
  makeSample(recipe: Recipe, signal?: AbortSignal): Promise<SampleImages>;
  /** What does not pass is told to the source, which says what comes in its place. @default none */
  gates?: QualityGates | null;
  /** Besides the set's own. @default COCO */
  layouts?: readonly LayoutName[];
  /** Class of a sample, for StyleGAN's list. @default none has one */
  classOf?(recipe: Recipe): number | null;
  /** Adds `report.html` and `objects.csv`. @default neither */
  report?: ReportOptions | null;
  /**
   * Stops the making of samples; what is finished becomes the set. A signal that is aborted from the start
   * delivers what `store` has of it.
   */
  signal?: AbortSignal;
  onProgress?(progress: ExportProgress): void;
  /** Told of every sample that is in the set, those of an earlier run too, before the next is made. */
  onSample?(sample: FinishedSample<Recipe>): void;
  /** Told whenever a part was put into the store: so much would survive. */
  onKept?(progress: ExportProgress): Promise<void>;
  /** Told before the lists at the end of the set are written. */
  onEnd?(outcome: ExportOutcome): void;
  /**
   * Keeps finished parts, so that a later call with the same recipes goes on where this one was cut off.
   * Without one an export cannot be resumed and only the lists stay in memory.
   */
  store?: SegmentStore;
  /** Samples in a part. @default 32 */
  samplesPerSegment?: number;
}

async function finishSample<Recipe>(
  options: ExportOptions<Recipe>,
  index: number,
  recipe: Recipe,
): Promise<FinishedSample<Recipe>> {
  const images = await options.makeSample(recipe, options.signal);
  const names = sampleFileNames(index, images.image !== null, Boolean(images.spots));
  return {
    entry: { index, files: names, recipe },
    files: [
      ...encodeSampleFiles(names, images),
      ...layoutFiles(options.layouts ?? ['coco'], index, images),
    ],
    coco: cocoSample(index, names.image ?? names.mask, images.labels),
    facts: factsOfSample(images),
    classIndex: options.classOf?.(recipe) ?? null,
    picture: options.report && index < PICTURES ? samplePicture(images) : null,
  };
}

async function* entriesOf(samples: AsyncIterable<FinishedSample<unknown>>) {
  for await (const { entry } of samples) yield entry as DatasetSample<unknown>;
}

async function* cocoOf(samples: AsyncIterable<FinishedSample<unknown>>) {
  for await (const { coco } of samples) yield coco as CocoSample;
}

async function* factsOf(samples: AsyncIterable<FinishedSample<unknown>>) {
  for await (const { entry, facts } of samples) yield { index: entry.index, facts };
}

async function* classesOf(samples: AsyncIterable<FinishedSample<unknown>>) {
  for await (const { entry, classIndex } of samples) yield { index: entry.index, classIndex };
}

/** What stands in a set besides the files of its samples. */
function* listEntries<Recipe>(
  options: ExportOptions<Recipe>,
  segments: FinishedSegments<Recipe>,
  outcome: ExportOutcome,
): Generator<DatasetEntry> {
  const layouts = options.layouts ?? ['coco'];
  yield {
    name: MANIFEST_NAME,
    data: manifestText(options, entriesOf(segments.lists()), segments.rejections()),
  };
  if (layouts.includes('coco')) {
    yield { name: COCO_NAME, data: cocoText(() => cocoOf(segments.lists())) };
  }
  if (layouts.includes('stylegan')) {
    yield {
      name: 'stylegan/dataset.json',
      data: styleGanLabels(() => classesOf(segments.lists())),
    };
  }
  if (!options.report) return;
  yield { name: OBJECTS_NAME, data: objectsText(factsOf(segments.lists())) };
  yield {
    name: REPORT_NAME,
    data: reportOfSet(options, options.report, outcome, {
      samples: () => segments.lists(),
      rejected: () => segments.rejections(),
    }),
  };
}

/** Of the settings that decide which files a sample has, and which samples pass: parts of another are made anew. */
export function fingerprintOf({
  gates,
  layouts,
  report,
}: Pick<ExportOptions<unknown>, 'gates' | 'layouts' | 'report'>): string {
  return JSON.stringify([gates ?? null, layouts ?? ['coco'], Boolean(report)]);
}

/**
 * The files of a data set while they are made: each sample's files, then `dataset.json` and the other lists. Memory
 * does not grow with the set beyond the lists of a set without a store. An export that is cancelled or fails ends with
 * the lists of what it had; `onEnd` says which it was.
 */
export async function* datasetEntries<Recipe>(
  options: ExportOptions<Recipe>,
): AsyncGenerator<DatasetEntry> {
  const { source, signal, gates } = options;
  const segments = new FinishedSegments<Recipe>({
    appVersion: options.appVersion,
    bundles: options.bundles,
    store: options.store ?? null,
    size: options.samplesPerSegment ?? SAMPLES_PER_SEGMENT,
    fingerprint: fingerprintOf(options),
  });
  const progress: ExportProgress = { done: 0, resumed: 0, rejected: 0 };
  const outcome: ExportOutcome = { status: 'done', samples: 0, rejected: 0 };
  try {
    for (let recipe = source.current(); recipe !== null; recipe = source.current()) {
      const known = await segments.recall(progress.done, recipe);
      if (!known) signal?.throwIfAborted();
      const made = known ?? { sample: await finishSample(options, progress.done, recipe) };
      const reasons =
        'sample' in made && gates && hasGates(gates) ? judgeSample(made.sample.facts, gates) : [];
      if ('rejected' in made || reasons.length > 0) {
        const rejected =
          'rejected' in made ? made.rejected : { before: progress.done, reasons, recipe };
        progress.rejected += 1;
        await segments.reject(rejected, !known);
        source.settle(false);
      } else {
        yield* made.sample.files;
        progress.done += 1;
        if (known) progress.resumed += 1;
        options.onSample?.(made.sample);
        if (await segments.add(made.sample)) await options.onKept?.({ ...progress });
        source.settle(true);
      }
      options.onProgress?.({ ...progress });
    }
  } catch (error) {
    outcome.status = signal?.aborted ? 'cancelled' : 'failed';
    if (outcome.status === 'failed') outcome.error = error;
  }
  await segments.keepOpen().catch(() => undefined);
  outcome.samples = progress.done;
  outcome.rejected = progress.rejected;
  options.onEnd?.({ ...outcome });
  yield* listEntries(options, segments, outcome);
}

/**
 * A data set as a ZIP, byte for byte while it is made. The same recipes give the same bytes, however often
 * the export was interrupted and resumed.
 */
export function exportDataset<Recipe>(
  options: ExportOptions<Recipe>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return writeZip(datasetEntries(options));
}
