import type { ByteSource } from '../checkpoints/byte-source.ts';
import {
  openRealSet,
  type RealFolder,
  type RealSample,
  type RealSet,
} from '../dataset/real/real-set.ts';
import { CytoForgeError } from '../errors.ts';
import { type CellFeatures, cellFeatures } from '../evaluation/cells/cell-features.ts';
import { evaluateImage } from '../evaluation/image-evaluation.ts';
import { imageTraits } from '../evaluation/slices/image-traits.ts';
import type { ByteImage, LabelImage } from '../imaging/image.ts';
import { decodeRuns, encodeRuns } from '../imaging/label-runs.ts';
import type { BackendChoice, BackendInfo, BundleData } from '../pipeline/generation-service.ts';
import { estimatesDiameter } from '../segmentation/cellpose/cellpose-segmenter.ts';
import { type AnnotatedImage, readAnnotatedImage } from '../segmentation/read-annotated-image.ts';
import type { SegmentationSession, SegmenterChoice } from '../segmentation/segmentation-session.ts';
import { displayImage } from './benchmark/display-image.ts';
import { outcomeKey } from './benchmark/outcome-key.ts';
import type {
  ImageOutcome,
  KeptOutcome,
  KeptSet,
  ResultShelf,
  SetName,
} from './benchmark/result-shelf.ts';
import { realFolderOf } from './real-folder-of.ts';

/** What is in a set that was opened. */
export interface BenchmarkSetInfo {
  layout: RealSet['layout'];
  /** Names of the samples, in order. */
  samples: string[];
  /** Samples that have a truth but no image: no algorithm can run on them. */
  withoutImage: number;
}

/** One image for one algorithm. */
export interface ImageOrder {
  set: string;
  /** Position in the set. */
  sample: number;
  choice: SegmenterChoice;
  micronsPerPixel: number | null;
}

/** An image with what is there and what was found. */
export interface InspectedImage {
  /** For the eye: levels stretched to 8 bits. */
  image: ByteImage;
  truth: LabelImage;
  /** Null where the algorithm has not run. */
  found: LabelImage | null;
}

/** What the benchmark's worker offers. Its methods are called one after the other. */
export interface BenchmarkService {
  /** Starts or switches the backend. @throws CytoForgeError `backend-unavailable`. */
  start(choice: BackendChoice): Promise<BackendInfo>;
  /** @throws CytoForgeError `wrong-architecture`, `truncated`, `corrupt`. */
  load(bundle: BundleData): Promise<void>;
  /** Sets that were opened earlier, also in a tab that was closed. */
  keptSets(): Promise<SetName[]>;
  /**
   * Opens a set, or one that is kept, and keeps it.
   * @param set Without files it is looked for among the kept ones.
   * @throws CytoForgeError `unsupported` when nothing in it is recognised, and what reading a ZIP throws.
   */
  openSet(set: KeptSet | { id: string }): Promise<BenchmarkSetInfo>;
  forgetSet(id: string): Promise<void>;
  /** What is kept of an image and an algorithm from earlier; null when nothing is. */
  recall(order: ImageOrder): Promise<ImageOutcome | null>;
  /**
   * Runs an algorithm on an image and keeps what comes of it.
   * @throws CytoForgeError `bad-image` for a sample that cannot be used; what the algorithm throws; `cancelled`.
   */
  run(
    order: ImageOrder,
    onProgress: (fraction: number) => void,
    signal?: AbortSignal,
  ): Promise<ImageOutcome>;
  /**
   * The diameter in pixels that Cellpose takes for the objects of an image.
   * @throws CytoForgeError `bad-option` for an algorithm that has no such thing; as `run`.
   */
  estimateDiameter(order: ImageOrder, signal?: AbortSignal): Promise<number>;
  /** The features of all cells of a set, by its truth; samples that cannot be read are left out. @throws CytoForgeError `cancelled`. */
  measureCells(set: string, signal?: AbortSignal): Promise<CellFeatures[]>;
  /** An image, its truth, and what an algorithm found. @throws CytoForgeError `bad-image`. */
  inspect(order: ImageOrder): Promise<InspectedImage>;
}

interface OpenSet {
  folder: RealFolder;
  samples: RealSample[];
}

const withoutLabels = ({ labels: _, ...outcome }: KeptOutcome): ImageOutcome => outcome;

/**
 * The benchmark for the worker it runs in.
 * @param session Runs the algorithms.
 * @param openShelf Where sets and outcomes are kept.
 * @param sourceOf Reads an archive piece by piece.
 */
export function createBenchmarkService(
  session: SegmentationSession,
  openShelf: () => Promise<ResultShelf>,
  sourceOf: (file: Blob, name: string) => ByteSource,
): BenchmarkService {
  const sets = new Map<string, OpenSet>();
  const shelf = openShelf();
  let backend: BackendInfo | null = null;
  /** Algorithms run on one image after the other: it is read once for all of them. */
  let last: { key: string; read: Promise<AnnotatedImage> } | null = null;

  function readImage({ set, sample, micronsPerPixel }: ImageOrder): Promise<AnnotatedImage> {
    const key = JSON.stringify([set, sample, micronsPerPixel]);
    if (last?.key === key) return last.read;
    const open = sets.get(set);
    const found = open?.samples[sample];
    if (!open || !found) throw new CytoForgeError('internal', 'No such sample is open.');
    const read = readAnnotatedImage(open.folder, found, micronsPerPixel);
    last = { key, read };
    return read;
  }

  async function keyOf(order: ImageOrder): Promise<string> {
    if (!backend) throw new CytoForgeError('internal', 'No backend was started.');
    return outcomeKey(await readImage(order), order.choice, backend);
  }

  const kept = async (order: ImageOrder) => (await shelf).readOutcome(await keyOf(order));

  return {
    async start(choice) {
      backend = await session.start(choice);
      return backend;
    },
    load: async (bundle) => session.load(bundle),
    keptSets: async () =>
      (await (await shelf).sets()).map(({ id, name, origin }) => ({ id, name, origin })),
    async openSet(set) {
      const given = 'files' in set ? await (await shelf).keepSet(set) : null;
      const files = given ?? (await (await shelf).sets()).find(({ id }) => id === set.id);
      if (!files) {
        throw new CytoForgeError('io', 'The set is no longer kept by this browser.', {
          hint: 'Open its files again.',
        });
      }
      try {
        const folder = realFolderOf(files.files, files.name, sourceOf);
        const { layout, samples } = await openRealSet(folder);
        sets.set(set.id, { folder, samples });
        last = null;
        return {
          layout,
          samples: samples.map(({ name }) => name),
          withoutImage: samples.filter(({ image }) => image === null).length,
        };
      } catch (cause) {
        await (await shelf).forgetSet(set.id);
        throw cause;
      }
    },
    async forgetSet(id) {
      sets.delete(id);
      last = null;
      await (await shelf).forgetSet(id);
    },
    async recall(order) {
      const outcome = await kept(order);
      return outcome && withoutLabels(outcome);
    },
    async run(order, onProgress, signal) {
      const key = await keyOf(order);
      const { image, truth } = await readImage(order);
      const earlier = await (await shelf).readOutcome(key);
      if (earlier) return withoutLabels(earlier);
      const begin = performance.now();
      const { labels, scores, facts } = await session.segment(order.choice, image, {
        signal,
        onProgress,
      });
      const milliseconds = performance.now() - begin;
      const evaluation = evaluateImage(truth, labels, scores);
      const traits = imageTraits(truth, image);
      const outcome = { evaluation, traits, milliseconds, facts };
      await (await shelf).keepOutcome(key, { ...outcome, labels: encodeRuns(labels.data) });
      return outcome;
    },
    async estimateDiameter(order, signal) {
      const segmenter = session.open(order.choice);
      if (!estimatesDiameter(segmenter)) {
        throw new CytoForgeError('bad-option', 'This algorithm estimates no diameter.', {
          found: order.choice.method,
          expected: 'cellpose',
        });
      }
      const { image } = await readImage(order);
      return (await segmenter.estimateDiameter(image, order.choice.values, { signal })).diameter;
    },
    async measureCells(set, signal) {
      const open = sets.get(set);
      if (!open) throw new CytoForgeError('internal', 'No such sample is open.');
      const cells: CellFeatures[] = [];
      for (const sample of open.samples) {
        if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
        const read = await readAnnotatedImage(open.folder, sample, null).catch(() => null);
        if (read) cells.push(...cellFeatures(read.truth, read.image));
      }
      return cells;
    },
    async inspect(order) {
      const { image, truth } = await readImage(order);
      const outcome = backend && (await kept(order));
      const { width, height } = truth;
      const data = outcome && decodeRuns(outcome.labels, width * height);
      return { image: displayImage(image), truth, found: data && { width, height, data } };
    },
  };
}
