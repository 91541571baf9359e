import { decode, hasPngSignature, type DecodedPng as RawPng } from 'fast-png';
import { badImage } from './bad-image.ts';
import type { ByteImage, LabelImage } from './image.ts';
import { type DepthOfLevels, levelsToBytes } from './levels-to-bytes.ts';
import { unpackLevels } from './unpack-levels.ts';

/** What was changed to make 8-bit grey or RGB of a PNG. */
export type PngNotice =
  /** 16-bit levels were scaled to 8 bits. */
  | 'scaled-from-16-bit'
  /** Levels of fewer than 8 bits were spread over 0 to 255. */
  | 'scaled-from-few-bits'
  /** Palette entries were replaced by their colours. */
  | 'palette-expanded'
  /** The alpha channel said nothing (opaque everywhere) and was dropped. */
  | 'opaque-alpha-dropped'
  /** Transparent pixels were laid over black. */
  | 'laid-over-black';

/** An 8-bit image of one or three channels, and how it came about. */
export interface ReadPng {
  image: ByteImage;
  notices: PngNotice[];
}

const LARGEST_SIDE = 16384;
const SIDES_END = 24;

function checkHeader(bytes: Uint8Array, name: string): void {
  if (bytes.length < SIDES_END || !hasPngSignature(bytes)) {
    throw badImage('The file is not a PNG.', {
      where: name,
      found: bytes.length === 0 ? 'an empty file' : `${bytes.length} bytes of something else`,
      expected: 'a PNG image',
    });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
    throw badImage('The PNG has an unusable size.', {
      where: name,
      found: `${width} x ${height}`,
      expected: `1 to ${LARGEST_SIDE} pixels a side`,
    });
  }
}

/**
 * The levels of a PNG as they are in the file.
 * @throws CytoForgeError `bad-image` for what is no PNG, is damaged or is larger than 16384 a side.
 */
export function decodeRaw(bytes: Uint8Array, name: string): RawPng {
  checkHeader(bytes, name);
  try {
    return decode(bytes, { checkCrc: true });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    const hint = 'The file is damaged or incomplete; copy or export it again.';
    throw badImage('The PNG cannot be read.', { where: name, found, hint }, cause);
  }
}

/** Palette indices to `[H, W, C]` colours, with alpha when an entry has any. */
function expandPalette(indices: Uint8Array, palette: number[][], name: string): Uint8Array {
  const channels = palette[0]?.length ?? 0;
  const colours = new Uint8Array(indices.length * channels);
  for (let i = 0; i < indices.length; i++) {
    const colour = palette[indices[i]];
    if (!colour) {
      throw badImage('The PNG uses a colour that its palette lacks.', {
        where: name,
        found: String(indices[i]),
        expected: `0 to ${palette.length - 1}`,
      });
    }
    colours.set(colour, i * channels);
  }
  return colours;
}

function withoutAlpha(image: ByteImage, notices: PngNotice[]): ByteImage {
  const { width, height, channels, data } = image;
  const colours = channels - 1;
  const flat = new Uint8Array(width * height * colours);
  let opaque = true;
  for (let i = 0; i < width * height; i++) {
    const alpha = data[i * channels + colours];
    if (alpha !== 255) opaque = false;
    for (let c = 0; c < colours; c++) {
      flat[i * colours + c] = Math.round((data[i * channels + c] * alpha) / 255);
    }
  }
  notices.push(opaque ? 'opaque-alpha-dropped' : 'laid-over-black');
  return { width, height, channels: colours === 1 ? 1 : 3, data: flat };
}

/** Levels as bytes over the whole of 0 to 255, whatever their depth. */
function toBytes(raw: RawPng, depth: DepthOfLevels, notices: PngNotice[]): Uint8Array {
  if (raw.depth === 8) return Uint8Array.from(raw.data);
  if (raw.depth === 16) {
    notices.push('scaled-from-16-bit');
    return levelsToBytes(raw.data, depth);
  }
  notices.push('scaled-from-few-bits');
  const scale = 255 / (2 ** raw.depth - 1);
  return unpackLevels(raw.data, raw.width * raw.channels, raw.depth).map((level) => level * scale);
}

/**
 * Reads a PNG as 8-bit grey or RGB. 16-bit levels, few-bit levels, palettes and alpha are converted, and the
 * notices say so.
 * @param name The file's name, for messages.
 * @param depth How 16-bit levels are scaled.
 * @throws CytoForgeError `bad-image` for what is no PNG, is damaged or is larger than 16384 a side.
 */
export function decodePng(
  bytes: Uint8Array,
  name = 'image',
  depth: DepthOfLevels = 'of-file',
): ReadPng {
  const raw = decodeRaw(bytes, name);
  const { width, height } = raw;
  const notices: PngNotice[] = [];
  let channels = raw.channels;
  let data: Uint8Array;
  if (raw.palette) {
    notices.push('palette-expanded');
    const indices = unpackLevels(raw.data, width, raw.depth);
    channels = raw.palette[0]?.length ?? 0;
    data = expandPalette(indices, raw.palette, name);
  } else {
    data = toBytes(raw, depth, notices);
  }
  const image = { width, height, channels: channels as ByteImage['channels'], data };
  if (channels === 1 || channels === 3) return { image, notices };
  return { image: withoutAlpha(image, notices), notices };
}

/**
 * Reads a label map: an 8- or 16-bit grey PNG whose levels are ids, not scaled.
 * @throws CytoForgeError `bad-image` for anything else: in a colour image ids have no plain meaning.
 */
export function decodeLabelPng(bytes: Uint8Array, name = 'label map'): LabelImage {
  const raw = decodeRaw(bytes, name);
  const { width, height } = raw;
  if (raw.palette || raw.channels !== 1 || raw.depth < 8) {
    throw badImage('The PNG is not a label map.', {
      where: name,
      found: `${raw.depth} bits, ${raw.palette ? 'a palette' : `${raw.channels} channels`}`,
      expected: '8- or 16-bit grey levels that are object ids',
    });
  }
  return { width, height, data: Uint16Array.from(raw.data) };
}
