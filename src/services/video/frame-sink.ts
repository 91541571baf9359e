import type { ByteImage } from '../../imaging/image.ts';

/** What a film is written as; `zip` is a PNG per frame, for browsers that cannot encode. */
export type VideoFormat = 'mp4' | 'webm' | 'zip';

/** Takes frames of one size, in order, and makes a file of them. */
export interface FrameSink {
  /** Resolves when there is room for the next one. */
  add(frame: ByteImage): Promise<void>;
  finish(): Promise<Blob>;
  /** Frees everything; nothing is asked for afterwards. */
  discard(): Promise<void>;
}
