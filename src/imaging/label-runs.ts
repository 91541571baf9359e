import { deflateSync, Inflate } from 'fflate';
import { badImage } from './bad-image.ts';

/** Binary strings are made in pieces: all bytes at once would be too many arguments. */
const PIECE = 0x2000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

/** Bytes of one run at most: three of id and five of length. */
const LONGEST_RUN = 8;

/** Writes a number in sevens of bits; returns where the next one goes. */
function putNumber(bytes: Uint8Array, at: number, value: number): number {
  let to = at;
  let rest = value;
  while (rest > 127) {
    bytes[to++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[to++] = rest;
  return to;
}

/**
 * Ids of a label map as text: runs of equal ids (`id, length` as variable-length integers of seven bits, low ones
 * first), deflated, in base64. Five thousand cells at 1024 × 1024 pixels take some 100 kB.
 * @param ids 0..65,535, row by row.
 */
export function encodeRuns(ids: Uint16Array | Uint8Array): string {
  let bytes = new Uint8Array(16_384);
  let length = 0;
  for (let at = 0; at < ids.length; ) {
    const id = ids[at];
    let end = at + 1;
    while (end < ids.length && ids[end] === id) end += 1;
    if (length + LONGEST_RUN > bytes.length) {
      const larger = new Uint8Array(2 * bytes.length);
      larger.set(bytes);
      bytes = larger;
    }
    length = putNumber(bytes, length, id);
    length = putNumber(bytes, length, end - at);
    at = end;
  }
  return toBase64(deflateSync(bytes.subarray(0, length), { level: 1 }));
}

/** Inflates no further than `limit` bytes: a few kilobytes may claim gigabytes. */
function inflateAtMost(bytes: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    length += part.length;
    if (length > limit) throw new RangeError('too long');
    parts.push(part);
  });
  const step = 16_384;
  for (let at = 0; at < bytes.length; at += step) {
    inflate.push(bytes.subarray(at, at + step), at + step >= bytes.length);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * The inverse of `encodeRuns`.
 * @param pixels How many ids there must be.
 * @throws CytoForgeError `bad-image` for text that is not that many ids.
 */
export function decodeRuns(text: string, pixels: number): Uint16Array<ArrayBuffer> {
  const ids = new Uint16Array(pixels);
  try {
    // A run is at least one pixel.
    const bytes = inflateAtMost(fromBase64(text), LONGEST_RUN * pixels);
    let from = 0;
    const take = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[from++];
        if (byte === undefined || shift > 28) throw new RangeError('cut off');
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return value;
      }
    };
    let at = 0;
    while (from < bytes.length) {
      const id = take();
      const length = take();
      if (id > 65_535 || length < 1 || at + length > pixels) throw new RangeError('too many');
      ids.fill(id, at, at + length);
      at += length;
    }
    if (at !== pixels) throw new RangeError('too few');
    return ids;
  } catch {
    throw badImage('The label map of the edits cannot be read.', {
      found: `${text.length} letters that are not its runs`,
      expected: `runs of ids for ${pixels} pixels`,
      hint: 'Take the recipe from its source again.',
    });
  }
}
