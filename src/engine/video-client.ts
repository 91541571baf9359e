import type { PlainError } from '../errors.ts';
import type { ByteImage } from '../imaging/image.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { VideoPlan } from '../pipeline/video-plan.ts';
import type { FilmShape } from '../services/video/encoded-frames.ts';
import type { VideoFormat } from '../services/video/frame-sink.ts';

/** A film to make. */
export interface VideoRequest {
  plan: VideoPlan;
  /** Every setting but seed and blend; without an image model the masks are shown. */
  template: SampleRecipe;
  format: VideoFormat;
  fps: number;
  /** Of a cell of the grid, in pixels. */
  cellWidth: number;
}

/** How far a film is. */
export interface VideoProgress {
  status: 'running' | 'finishing' | 'done' | 'failed';
  format: VideoFormat;
  done: number;
  total: number;
  /** By the last frames; null at first. */
  secondsLeft: number | null;
  /** The first cell of the newest frame. */
  picture: ByteImage | null;
  /** The finished film. */
  file: Blob | null;
  error: PlainError | null;
}

/** Makes films in the background, one at a time. */
export interface VideoClient {
  /** What this browser can write at this size. */
  formats(shape: FilmShape): Promise<VideoFormat[]>;
  /**
   * Makes a film to its end. Failures on the way are told to the listener.
   * @throws CytoForgeError `cancelled`; `bad-option` for a plan that cannot be made.
   */
  make(request: VideoRequest, listener: (progress: VideoProgress) => void): Promise<void>;
  /** Stops the running one; its frames are dropped. */
  cancel(): void;
}
