import type { RealFolder, RealSample } from '../dataset/real/real-set.ts';
import { CytoForgeError, toPlainError } from '../errors.ts';
import type {
  BenchmarkAlgorithm,
  BenchmarkRun,
  BenchmarkSet,
} from '../evaluation/benchmark-results.ts';
import { type CellFeatures, cellFeatures } from '../evaluation/cells/cell-features.ts';
import { evaluateImage } from '../evaluation/image-evaluation.ts';
import { imageTraits } from '../evaluation/slices/image-traits.ts';
import { readAnnotatedImage } from '../segmentation/read-annotated-image.ts';
import type { SegmentationSession } from '../segmentation/segmentation-session.ts';
import type { SegmenterMethod } from '../segmentation/segmenter-method.ts';

/** A set whose files were found, and what will be said of it. */
export interface OpenedSet extends Omit<BenchmarkSet, 'images'> {
  folder: RealFolder;
  samples: readonly RealSample[];
}

/** What one benchmark does. */
export interface BenchmarkWork {
  session: SegmentationSession;
  sets: readonly OpenedSet[];
  algorithms: readonly (BenchmarkAlgorithm & { method: SegmenterMethod })[];
  micronsPerPixel: number | null;
  stop: AbortSignal;
  /** Hears how many images were run by an algorithm, of how many. */
  onProgress(done: number, total: number): void;
}

async function runOne(
  { session, stop }: BenchmarkWork,
  { method, weights, parameters }: BenchmarkWork['algorithms'][number],
  { image, truth }: Awaited<ReturnType<typeof readAnnotatedImage>>,
): Promise<Pick<BenchmarkRun, 'evaluation' | 'error' | 'seconds' | 'facts'>> {
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1000;
  try {
    const choice = { method, weights: weights?.sha256 ?? null, values: parameters };
    const found = await session.segment(choice, image, { signal: stop });
    const took = seconds();
    const evaluation = evaluateImage(truth, found.labels, found.scores);
    return { evaluation, error: null, seconds: took, facts: found.facts };
  } catch (cause) {
    if (cause instanceof CytoForgeError && cause.code !== 'cancelled') {
      return { evaluation: null, error: toPlainError(cause), seconds: seconds(), facts: {} };
    }
    throw cause;
  }
}

/** What a benchmark finds before it is summarised. */
export interface BenchmarkFindings {
  sets: BenchmarkSet[];
  runs: BenchmarkRun[];
  /** The true cells of each set. */
  cells: CellFeatures[][];
}

/**
 * Runs every algorithm on every image; one that fails on an image is recorded there and goes on with the next.
 * @throws CytoForgeError `cancelled`; what reading a sample throws.
 */
export async function runBenchmark(work: BenchmarkWork): Promise<BenchmarkFindings> {
  const { algorithms } = work;
  const runs: BenchmarkRun[] = [];
  const sets: BenchmarkSet[] = [];
  const cells: CellFeatures[][] = [];
  const total = work.sets.reduce((sum, { samples }) => sum + samples.length * algorithms.length, 0);
  for (const [set, { folder, samples, name, kind, origin }] of work.sets.entries()) {
    const images: BenchmarkSet['images'] = [];
    const cellsOfSet: CellFeatures[] = [];
    for (const [image, sample] of samples.entries()) {
      const annotated = await readAnnotatedImage(folder, sample, work.micronsPerPixel);
      images.push({ name: sample.name, traits: imageTraits(annotated.truth, annotated.image) });
      cellsOfSet.push(...cellFeatures(annotated.truth, annotated.image));
      for (const algorithm of algorithms) {
        const outcome = await runOne(work, algorithm, annotated);
        runs.push({ algorithm: algorithm.id, set, image, ...outcome });
        work.onProgress(runs.length, total);
      }
    }
    sets.push({ name, kind, origin, images });
    cells.push(cellsOfSet);
  }
  return { sets, runs, cells };
}
