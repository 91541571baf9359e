import { CytoForgeError } from '../errors.ts';
import type { ByteImage } from '../imaging/image.ts';
import { composeFrame } from './video/compose-frame.ts';
import { codecFor, encodedFrames, type FilmShape } from './video/encoded-frames.ts';
import type { FrameSink, VideoFormat } from './video/frame-sink.ts';
import { zipFrames } from './video/zip-frames.ts';

/** The film to be made. */
export interface VideoOrder {
  format: VideoFormat;
  fps: number;
  columns: number;
  /** Of a cell, in pixels; its height follows from its pictures. */
  cellWidth: number;
}

/** What the video worker offers: one film at a time. */
export interface VideoService {
  /** What this browser can write at this size, the most widely played first; `zip` always. */
  formats(shape: FilmShape): Promise<VideoFormat[]>;
  /** Begins a film; one that was begun before is dropped. */
  begin(order: VideoOrder): Promise<void>;
  /**
   * Adds a frame of as many pictures as the grid has cells, row by row. Resolves when there is room for another.
   * @throws CytoForgeError `unsupported` when the browser has no encoder for the size.
   */
  add(pictures: ByteImage[]): Promise<void>;
  finish(): Promise<Blob>;
  discard(): Promise<void>;
}

/** Films for the worker they are encoded in. */
export function createVideoService(): VideoService {
  let order: VideoOrder | null = null;
  let sink: FrameSink | null = null;

  async function openSink({ format, fps }: VideoOrder, frame: ByteImage): Promise<FrameSink> {
    if (format === 'zip') return zipFrames();
    return encodedFrames(format, { width: frame.width, height: frame.height, fps });
  }

  async function discard(): Promise<void> {
    const dropped = sink;
    sink = null;
    order = null;
    await dropped?.discard();
  }

  return {
    async formats(shape) {
      const formats: VideoFormat[] = [];
      for (const format of ['mp4', 'webm'] as const) {
        if (await codecFor(format, shape)) formats.push(format);
      }
      return [...formats, 'zip'];
    },
    async begin(next) {
      await discard();
      order = next;
    },
    async add(pictures) {
      if (!order) throw new CytoForgeError('internal', 'No film was begun.');
      const frame = composeFrame(pictures, order.columns, order.cellWidth);
      sink ??= await openSink(order, frame);
      await sink.add(frame);
    },
    async finish() {
      if (!sink) throw new CytoForgeError('internal', 'The film has no frames.');
      const file = await sink.finish();
      sink = null;
      order = null;
      return file;
    },
    discard,
  };
}
