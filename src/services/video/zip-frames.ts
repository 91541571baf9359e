import { writeZip } from '../../dataset/zip-writer.ts';
import { encodeImagePng } from '../../imaging/encode-png.ts';
import type { FrameSink } from './frame-sink.ts';

/** A ZIP of `frame000000.png` and its like, as `cytoforge video` names them. */
export function zipFrames(): FrameSink {
  const frames: Uint8Array[] = [];
  return {
    async add(frame) {
      frames.push(encodeImagePng(frame));
    },
    async finish() {
      const entries = frames.map((data, at) => ({
        name: `frame${String(at).padStart(6, '0')}.png`,
        data,
      }));
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for await (const part of writeZip(entries)) parts.push(part.slice());
      return new Blob(parts, { type: 'application/zip' });
    },
    async discard() {
      frames.length = 0;
    },
  };
}
