import { decode, pageCount, type TiffIfd } from 'tiff';
import type { ErrorDetails } from '../errors.ts';
import { badImage } from './bad-image.ts';
import type { PngNotice } from './decode-png.ts';
import type { ByteImage } from './image.ts';
import { levelsToBytes } from './levels-to-bytes.ts';

/** What was changed to make 8-bit grey or RGB of a TIFF. */
export type TiffNotice =
  | PngNotice
  /** Numbers with a fraction were spread from their lowest to their highest over 0 to 255. */
  | 'scaled-from-float'
  /** The file has several pages, of which the first was read. */
  | 'first-page-read';

const LARGEST_SIDE = 16384;

function unreadable(name: string, details: ErrorDetails, cause?: unknown) {
  return badImage('The TIFF cannot be read.', { where: name, ...details }, cause);
}

function attempt<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw unreadable(
      name,
      {
        found: cause instanceof Error ? cause.message : String(cause),
        expected: 'grey or RGB levels of 8, 16 or 32 bits, uncompressed, LZW or Deflate',
        hint: 'Save it again as an uncompressed TIFF or as a PNG.',
      },
      cause,
    );
  }
}

/**
 * The first page of a TIFF, its levels as they are in the file.
 * @throws CytoForgeError `bad-image` for what cannot be read or is larger than 16384 a side.
 */
export function readTiffPage(bytes: Uint8Array, name: string): TiffIfd {
  const [head] = attempt(name, () => decode(bytes, { ignoreImageData: true, pages: [0] }));
  if (!head || !(head.width >= 1 && head.height >= 1)) {
    throw unreadable(name, { found: 'no pages', expected: 'an image' });
  }
  if (Math.max(head.width, head.height) > LARGEST_SIDE) {
    throw unreadable(name, {
      found: `${head.width} x ${head.height}`,
      expected: `1 to ${LARGEST_SIDE} pixels a side`,
    });
  }
  const [page] = attempt(name, () => decode(bytes, { pages: [0] }));
  if (page.data.length !== page.width * page.height * page.samplesPerPixel) {
    throw unreadable(name, { found: `${page.data.length} levels`, expected: 'one for each pixel' });
  }
  return page;
}

function spread(levels: ArrayLike<number>): Uint8Array {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < levels.length; i++) {
    lowest = Math.min(lowest, levels[i]);
    highest = Math.max(highest, levels[i]);
  }
  const scale = highest > lowest ? 255 / (highest - lowest) : 0;
  return Uint8Array.from(levels, (level) => Math.round((level - lowest) * scale));
}

function toBytes({ data }: TiffIfd, notices: TiffNotice[]): Uint8Array {
  if (data instanceof Uint8Array) return data;
  notices.push(data instanceof Uint16Array ? 'scaled-from-16-bit' : 'scaled-from-float');
  return data instanceof Uint16Array ? levelsToBytes(data, 'in-use') : spread(data);
}

/** The first `kept` of `of` samples a pixel. */
function withoutExtra(data: Uint8Array, of: number, kept: number): Uint8Array {
  const pixels = data.length / of;
  const colours = new Uint8Array(pixels * kept);
  for (let i = 0; i < pixels; i++) {
    for (let c = 0; c < kept; c++) colours[i * kept + c] = data[i * of + c];
  }
  return colours;
}

function expandPalette(indices: ArrayLike<number>, palette: [number, number, number][]) {
  const colours = new Uint8Array(indices.length * 3);
  for (let i = 0; i < indices.length; i++) {
    const entry = palette[indices[i]] ?? [0, 0, 0];
    colours.set(
      entry.map((level) => Math.round(level / 257)),
      i * 3,
    );
  }
  return colours;
}

/**
 * Reads the first page of a TIFF as 8-bit grey or RGB; extra samples (alpha) are dropped, and 16-bit levels are
 * scaled by the bits in use.
 * @param name The file's name, for messages.
 * @throws CytoForgeError `bad-image` for what cannot be read or is larger than 16384 a side.
 */
export function decodeTiff(
  bytes: Uint8Array,
  name = 'image',
): { image: ByteImage; notices: TiffNotice[] } {
  const page = readTiffPage(bytes, name);
  const notices: TiffNotice[] = [];
  if (attempt(name, () => pageCount(bytes)) > 1) notices.push('first-page-read');
  const { width, height, samplesPerPixel } = page;
  if (page.type === 3 && page.palette) {
    notices.push('palette-expanded');
    return {
      image: { width, height, channels: 3, data: expandPalette(page.data, page.palette) },
      notices,
    };
  }
  const channels = samplesPerPixel >= 3 ? 3 : 1;
  const data = withoutExtra(toBytes(page, notices), samplesPerPixel, channels);
  return { image: { width, height, channels, data }, notices };
}
