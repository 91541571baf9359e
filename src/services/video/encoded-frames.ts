import {
  BufferTarget,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  Quality,
  type VideoCodec,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';
import { CytoForgeError } from '../../errors.ts';
import type { ByteImage } from '../../imaging/image.ts';
import type { FrameSink } from './frame-sink.ts';

/** The containers, each with what is played most widely first. */
const CODECS: Record<'mp4' | 'webm', VideoCodec[]> = {
  mp4: ['avc', 'hevc'],
  webm: ['vp9', 'av1', 'vp8'],
};

/** As the original encodes: 12 Mbit/s. */
const QUALITY = new Quality({ bitrate: 12_000_000, bitrateMode: 'variable' });

/** Frames shown by themselves, so that a player can jump: one a second. */
const KEY_FRAME_SECONDS = 1;

/** The size and pace of a film; both sides are even. */
export interface FilmShape {
  width: number;
  height: number;
  fps: number;
}

/** The first codec of a container that this browser encodes at this size; null where there is none. */
export async function codecFor(
  format: 'mp4' | 'webm',
  { width, height, fps }: FilmShape,
): Promise<VideoCodec | null> {
  if (typeof VideoEncoder === 'undefined') return null;
  for (const codec of CODECS[format]) {
    const options = { width, height, frameRate: fps, quality: QUALITY };
    if (await canEncodeVideo(codec, options)) return codec;
  }
  return null;
}

function toRgba({ width, height, channels, data }: ByteImage): Uint8Array<ArrayBuffer> {
  const rgba = new Uint8Array(4 * width * height).fill(255);
  const grey = channels < 3;
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let c = 0; c < 3; c++) rgba[4 * pixel + c] = data[channels * pixel + (grey ? 0 : c)];
  }
  return rgba;
}

/**
 * Encodes frames with the browser's own encoder.
 * @throws CytoForgeError `unsupported` when it has none for the container.
 */
export async function encodedFrames(format: 'mp4' | 'webm', shape: FilmShape): Promise<FrameSink> {
  const codec = await codecFor(format, shape);
  if (!codec) {
    throw new CytoForgeError('unsupported', 'This browser cannot encode such a video.', {
      found: `no encoder for ${format} at ${shape.width} × ${shape.height}`,
      hint: 'Choose a smaller size or a ZIP of frames.',
    });
  }
  const target = new BufferTarget();
  const output = new Output({
    format: format === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const source = new VideoSampleSource({
    codec,
    quality: QUALITY,
    keyFrameInterval: KEY_FRAME_SECONDS,
  });
  output.addVideoTrack(source, { frameRate: shape.fps });
  await output.start();
  let frames = 0;
  return {
    async add(frame) {
      const sample = new VideoSample(toRgba(frame), {
        format: 'RGBA',
        codedWidth: frame.width,
        codedHeight: frame.height,
        timestamp: frames / shape.fps,
        duration: 1 / shape.fps,
      });
      frames += 1;
      try {
        await source.add(sample);
      } finally {
        sample.close();
      }
    },
    async finish() {
      await output.finalize();
      return new Blob(target.buffer ? [target.buffer] : [], { type: `video/${format}` });
    },
    discard: () => output.cancel(),
  };
}
