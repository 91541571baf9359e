import { deflateSync, inflateSync } from 'fflate';
import { badImage } from '../bad-image.ts';
import { type StrokeDelta, type TileChange, tileBox } from './stroke-delta.ts';

/** Bytes of a pixel in a packed tile: its label before, how that differs after, and the same of the nucleus. */
const BYTES = 6;

/**
 * A stroke as few bytes: its tiles before, and the difference (exclusive or) to after, which is 0 almost everywhere,
 * deflated at the quickest level. A stroke of a wide brush across 500 pixels takes some 2 kB.
 */
export function packDelta(delta: StrokeDelta): Uint8Array<ArrayBuffer> {
  const pixels = delta.reduce((sum, { before }) => sum + before.labels.length, 0);
  const bytes = new Uint8Array(4 + 4 * delta.length + BYTES * pixels);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, delta.length, true);
  for (const [i, { tile }] of delta.entries()) view.setUint32(4 + 4 * i, tile, true);
  let at = 4 + 4 * delta.length;
  for (const { before, after } of delta) {
    const count = before.labels.length;
    for (let i = 0; i < count; i++) {
      const label = before.labels[i];
      const change = label ^ after.labels[i];
      bytes[at + i] = label & 255;
      bytes[at + count + i] = label >>> 8;
      bytes[at + 2 * count + i] = change & 255;
      bytes[at + 3 * count + i] = change >>> 8;
      bytes[at + 4 * count + i] = before.nuclei[i];
      bytes[at + 5 * count + i] = before.nuclei[i] ^ after.nuclei[i];
    }
    at += BYTES * count;
  }
  return deflateSync(bytes, { level: 1 }) as Uint8Array<ArrayBuffer>;
}

/**
 * The inverse of `packDelta`.
 * @param size Of the painting.
 * @throws CytoForgeError `bad-image` for bytes that are no stroke of a painting of that size.
 */
export function unpackDelta(
  packed: Uint8Array,
  size: { width: number; height: number },
): StrokeDelta {
  try {
    const bytes = inflateSync(packed);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const count = view.getUint32(0, true);
    let at = 4 + 4 * count;
    const changes = Array.from({ length: count }, (_, i): TileChange => {
      const tile = view.getUint32(4 + 4 * i, true);
      const { width, height } = tileBox(size, tile);
      if (!(width > 0 && height > 0)) throw new RangeError('beyond the map');
      const change = unpackTile(bytes, at, width * height);
      at += BYTES * width * height;
      return { tile, ...change };
    });
    if (at !== bytes.length) throw new RangeError('too long');
    return changes;
  } catch {
    throw badImage('A stroke of the history cannot be read.', {
      found: `${packed.length} bytes that are not its pixels`,
      expected: `a stroke on ${size.width} × ${size.height} pixels`,
      hint: 'What is painted now is not affected; later strokes can still be undone.',
    });
  }
}

function unpackTile(bytes: Uint8Array, at: number, count: number): Omit<TileChange, 'tile'> {
  if (at + BYTES * count > bytes.length) throw new RangeError('cut off');
  const before = { labels: new Uint16Array(count), nuclei: new Uint8Array(count) };
  const after = { labels: new Uint16Array(count), nuclei: new Uint8Array(count) };
  for (let i = 0; i < count; i++) {
    before.labels[i] = bytes[at + i] | (bytes[at + count + i] << 8);
    after.labels[i] =
      before.labels[i] ^ (bytes[at + 2 * count + i] | (bytes[at + 3 * count + i] << 8));
    before.nuclei[i] = bytes[at + 4 * count + i];
    after.nuclei[i] = before.nuclei[i] ^ bytes[at + 5 * count + i];
  }
  return { before, after };
}
