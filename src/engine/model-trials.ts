import type { ByteImage } from '../imaging/image.ts';
import type { BackendChoice, BackendInfo } from '../pipeline/generation-service.ts';
import type { ReferenceCheck } from '../pipeline/self-test/check-reference.ts';
import type { LibraryModel } from './model-library.ts';

/** A small picture that a model makes. */
export interface ExampleRequest {
  model: LibraryModel;
  /** Whose mask an image model paints; null for models that need none. */
  maskModel: LibraryModel | null;
  /** Of the mask, and of the points of a spot model. */
  seed: number;
  backend: BackendChoice;
  /** The time is what a second run takes. */
  timed: boolean;
}

/** What came of it. */
export interface Example {
  image: ByteImage;
  /** Of the model's own run. */
  milliseconds: number;
}

/** A model's references on a backend. */
export interface SelfTestRequest {
  model: LibraryModel;
  backend: BackendChoice;
  /** Hears what runs, and each case as it is done. */
  onProgress(progress: { info: BackendInfo; checks: ReferenceCheck[]; total: number }): void;
}

/**
 * Models tried out beside the ones in use: in a worker of its own, which ends when it has nothing to do for a while. One
 * request at a time; each rejects with a `CytoForgeError`, `cancelled` by its signal.
 */
export interface ModelTrials {
  example(request: ExampleRequest, signal?: AbortSignal): Promise<Example>;
  /** @throws CytoForgeError `unsupported` for a model without references; `backend-unavailable`. */
  selfTest(request: SelfTestRequest, signal?: AbortSignal): Promise<void>;
}
