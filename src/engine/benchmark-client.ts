import type { CellFeatures } from '../evaluation/cells/cell-features.ts';
import type { BackendChoice, BackendInfo } from '../pipeline/generation-service.ts';
import type { ImageOutcome, SetName } from '../services/benchmark/result-shelf.ts';
import type {
  BenchmarkSetInfo,
  ImageOrder,
  InspectedImage,
} from '../services/benchmark-service.ts';
import type { LoadableModel } from './generation-client.ts';

/** A run of one algorithm on one image, with the weights that it needs. */
export interface BenchmarkTask {
  order: ImageOrder;
  /** Null for an algorithm without weights. */
  model: LoadableModel | null;
  backend: BackendChoice;
}

/** Runs algorithms on sets with truth, in a worker of their own. Every rejection is a `CytoForgeError`. */
export interface BenchmarkClient {
  /** Sets that were opened earlier and are kept by this browser. */
  keptSets(): Promise<SetName[]>;
  /** Opens the files of a set; none opens a kept one. @throws CytoForgeError as `BenchmarkService.openSet`. */
  openSet(set: SetName, files: readonly File[] | null): Promise<BenchmarkSetInfo>;
  /** The real images with truth that the site brings along. @throws CytoForgeError `io`. */
  sampleSet(): Promise<File>;
  forgetSet(id: string): Promise<void>;
  /** Starts the backend, or says which one runs. @throws CytoForgeError `backend-unavailable`. */
  start(backend: BackendChoice): Promise<BackendInfo>;
  /** What is kept of a run from earlier. */
  recall(task: BenchmarkTask): Promise<ImageOutcome | null>;
  /** @throws CytoForgeError as `BenchmarkService.run`; a worker that hears no signal is ended. */
  run(
    task: BenchmarkTask,
    onProgress: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<ImageOutcome>;
  /** The diameter in pixels that Cellpose takes for the objects of an image. @throws CytoForgeError as `run`. */
  estimateDiameter(task: BenchmarkTask): Promise<number>;
  /** The features of all cells of a set, by its truth. */
  measureCells(set: string): Promise<CellFeatures[]>;
  inspect(task: BenchmarkTask): Promise<InspectedImage>;
}
