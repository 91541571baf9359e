import { cocoSample, cocoText } from './coco.ts';
import { type DatasetHead, type DatasetSample, manifestText } from './dataset-manifest.ts';
import {
  COCO_NAME,
  decodeSegment,
  encodeSegment,
  type FinishedSample,
  MANIFEST_NAME,
} from './dataset-segment.ts';
import { encodeSampleFiles, type SampleImages, sampleFileNames } from './sample-files.ts';
import { memorySegmentStore, type SegmentStore } from './segment-store.ts';
import { type DatasetEntry, writeZip } from './zip-writer.ts';

const SAMPLES_PER_SEGMENT = 32;

/** How far an export is. */
export interface ExportProgress {
  /** Samples in the set so far. */
  done: number;
  /** Of these, how many an earlier run had made. */
  resumed: number;
}

/** How an export ended. Whatever it was, the set is whole and lists exactly what is in it. */
export interface ExportOutcome {
  status: 'done' | 'cancelled' | 'failed';
  /** Samples in the set. */
  samples: number;
  /** What stopped it, when it failed. */
  error?: unknown;
}

/** What an export needs. The recipe's type is the caller's: this room stores it as JSON. */
export interface ExportOptions<Recipe> extends DatasetHead {
  /** One recipe per sample, in the order of the set; taken one at a time. */
  recipes: Iterable<Recipe>;
  makeSample(recipe: Recipe, signal?: AbortSignal): Promise<SampleImages>;
  /**
   * Stops the making of samples; what is finished becomes the set. A signal that is aborted from the start
   * delivers what `store` has of it.
   */
  signal?: AbortSignal;
  onProgress?(progress: ExportProgress): void;
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

/** Where the finished samples are kept until the lists at the end of the set are written. */
class FinishedSegments<Recipe> {
  private readonly store: SegmentStore;
  /** The part being filled. */
  private open: FinishedSample<Recipe>[] = [];
  private closed = 0;

  constructor(
    private readonly options: ExportOptions<Recipe>,
    private readonly size: number,
  ) {
    this.store = options.store ?? memorySegmentStore();
  }

  /** What an earlier run left of the next part, if it made the same samples. */
  async resume(index: number, recipes: readonly Recipe[]): Promise<FinishedSample<Recipe>[]> {
    const bytes = await this.options.store?.get(this.closed);
    const samples = (bytes && decodeSegment(bytes, true)) ?? [];
    const end = samples.findIndex(
      ({ entry }, at) =>
        entry.index !== index + at || JSON.stringify(entry.recipe) !== JSON.stringify(recipes[at]),
    );
    return (end < 0 ? samples : samples.slice(0, end)) as FinishedSample<Recipe>[];
  }

  async add(sample: FinishedSample<Recipe>): Promise<void> {
    this.open.push(sample);
    if (this.open.length < this.size) return;
    await this.keepOpen();
    this.open = [];
    this.closed += 1;
  }

  /** Puts the part being filled into the store: whole when it can be resumed, else its lists only. */
  async keepOpen(): Promise<void> {
    const samples = this.options.store
      ? this.open
      : this.open.map((sample) => ({ ...sample, files: [] }));
    if (samples.length)
      await this.store.put(this.closed, await encodeSegment(this.options, samples));
  }

  /** The lists of everything added, from the first. */
  async *lists(): AsyncGenerator<FinishedSample<unknown>> {
    for (let index = 0; index < this.closed; index++) {
      const bytes = await this.store.get(index);
      const samples = bytes && decodeSegment(bytes, false);
      if (!samples) throw new Error(`Part ${index} of the export has vanished.`);
      yield* samples;
    }
    yield* this.open;
  }
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
    files: encodeSampleFiles(names, images),
    coco: cocoSample(index, names.image ?? names.mask, images.labels),
  };
}

function* inParts<Value>(values: Iterable<Value>, size: number): Generator<Value[]> {
  let part: Value[] = [];
  for (const value of values) {
    part.push(value);
    if (part.length === size) {
      yield part;
      part = [];
    }
  }
  if (part.length) yield part;
}

async function* entriesOf(samples: AsyncIterable<FinishedSample<unknown>>) {
  for await (const { entry } of samples) yield entry as DatasetSample<unknown>;
}

async function* cocoOf(samples: AsyncIterable<FinishedSample<unknown>>) {
  for await (const { coco } of samples) yield coco;
}

/**
 * The files of a data set while they are made: each sample's PNGs, then `dataset.json` and
 * `annotations.coco.json`. Memory does not grow with the set beyond the lists of a set without a store.
 * An export that is cancelled or fails ends with the lists of what it had; `onEnd` says which it was.
 */
export async function* datasetEntries<Recipe>(
  options: ExportOptions<Recipe>,
): AsyncGenerator<DatasetEntry> {
  const size = options.samplesPerSegment ?? SAMPLES_PER_SEGMENT;
  const segments = new FinishedSegments(options, size);
  const progress: ExportProgress = { done: 0, resumed: 0 };
  const outcome: ExportOutcome = { status: 'done', samples: 0 };
  try {
    for (const recipes of inParts(options.recipes, size)) {
      const resumed = await segments.resume(progress.done, recipes);
      for (const [at, recipe] of recipes.entries()) {
        if (!resumed[at]) options.signal?.throwIfAborted();
        const sample = resumed[at] ?? (await finishSample(options, progress.done, recipe));
        yield* sample.files;
        progress.done += 1;
        if (resumed[at]) progress.resumed += 1;
        await segments.add(sample);
        options.onProgress?.({ ...progress });
      }
    }
  } catch (error) {
    outcome.status = options.signal?.aborted ? 'cancelled' : 'failed';
    if (outcome.status === 'failed') outcome.error = error;
  }
  await segments.keepOpen().catch(() => undefined);
  options.onEnd?.({ ...outcome, samples: progress.done });
  yield { name: MANIFEST_NAME, data: manifestText(options, entriesOf(segments.lists())) };
  yield { name: COCO_NAME, data: cocoText(() => cocoOf(segments.lists())) };
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
