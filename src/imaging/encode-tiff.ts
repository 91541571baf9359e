import type { ByteImage, LabelImage } from './image.ts';

/**
 * Uncompressed baseline TIFF 6.0, little-endian, one page in one strip: what every microscopy tool reads. Written by
 * hand, since the library at hand only reads.
 */

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const SHORT = 3;
const LONG = 4;
const ASCII = 2;

type Entry = [tag: number, type: number, count: number, value: number];

interface Raster {
  width: number;
  height: number;
  samples: number;
  bits: 8 | 16;
  bytes: Uint8Array;
}

const SOFTWARE = 'CytoForge\0';

function encodeRaster({ width, height, samples, bits, bytes }: Raster): Uint8Array<ArrayBuffer> {
  const entries = 12;
  const extras = HEADER_BYTES + 2 + entries * ENTRY_BYTES + 4;
  // BitsPerSample of three samples does not fit into its entry.
  const bitsAt = extras;
  const softwareAt = bitsAt + 8;
  const pixelsAt = softwareAt + SOFTWARE.length;
  const file = new Uint8Array(pixelsAt + bytes.length);
  const view = new DataView(file.buffer);
  view.setUint16(0, 0x4949, false);
  view.setUint16(2, 42, true);
  view.setUint32(4, HEADER_BYTES, true);
  const list: Entry[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, samples, samples === 1 ? bits : bitsAt],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, samples === 1 ? 1 : 2],
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, samples],
    [278, LONG, 1, height],
    [279, LONG, 1, bytes.length],
    [284, SHORT, 1, 1],
    [305, ASCII, SOFTWARE.length, softwareAt],
    [339, SHORT, 1, 1],
  ];
  view.setUint16(HEADER_BYTES, entries, true);
  list.forEach(([tag, type, count, value], index) => {
    const at = HEADER_BYTES + 2 + index * ENTRY_BYTES;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    if (type === SHORT && count === 1) view.setUint16(at + 8, value, true);
    else view.setUint32(at + 8, value, true);
  });
  for (let sample = 0; sample < samples; sample++) view.setUint16(bitsAt + 2 * sample, bits, true);
  file.set(new TextEncoder().encode(SOFTWARE), softwareAt);
  file.set(bytes, pixelsAt);
  return file;
}

/** An 8-bit grey or RGB TIFF; an alpha channel is left out. */
export function encodeImageTiff(image: ByteImage): Uint8Array<ArrayBuffer> {
  const { width, height, channels, data } = image;
  const samples = channels < 3 ? 1 : 3;
  const bytes =
    samples === channels
      ? data
      : Uint8Array.from(
          { length: width * height * samples },
          (_, at) => data[Math.trunc(at / samples) * channels + (at % samples)],
        );
  return encodeRaster({ width, height, samples, bits: 8, bytes });
}

/** A 16-bit grey TIFF whose levels are the ids of the label map. */
export function encodeLabelTiff({ width, height, data }: LabelImage): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * data.length);
  const view = new DataView(bytes.buffer);
  data.forEach((id, at) => {
    view.setUint16(2 * at, id, true);
  });
  return encodeRaster({ width, height, samples: 1, bits: 16, bytes });
}
