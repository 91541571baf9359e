import type { ByteImage, LabelImage } from './image.ts';

const SYMBOLS = '.123456789abcdefghijklmnopqrstuvwxyz';

function rowsOf(art: string): string[] {
  const rows = art
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  if (rows.some((row) => row.length !== rows[0].length)) {
    throw new Error('The rows of the drawing differ in length.');
  }
  return rows;
}

/** For tests: a mask drawn with `#` (255) and `.` (0), one row a line; indentation is ignored. */
export function readMask(art: string): ByteImage {
  const rows = rowsOf(art);
  const data = Uint8Array.from(rows.join(''), (symbol) => (symbol === '#' ? 255 : 0));
  return { width: rows[0].length, height: rows.length, channels: 1, data };
}

/** For tests: a label map drawn with `.` for 0, then `1` to `9` and `a` to `z`. */
export function readLabels(art: string): LabelImage {
  const rows = rowsOf(art);
  const data = Uint16Array.from(rows.join(''), (symbol) => SYMBOLS.indexOf(symbol));
  return { width: rows[0].length, height: rows.length, data };
}

/** For tests: the drawing of a mask or a label map, one string a row. */
export function draw(image: ByteImage | LabelImage): string[] {
  const isMask = 'channels' in image;
  return Array.from({ length: image.height }, (_, y) =>
    Array.from(image.data.subarray(y * image.width, (y + 1) * image.width), (value) =>
      isMask ? (value ? '#' : '.') : SYMBOLS[value],
    ).join(''),
  );
}
