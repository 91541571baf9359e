import type { ByteSource } from './byte-source.ts';

const SIGNATURES: [name: string, bytes: number[]][] = [
  ['a ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
  ['an empty ZIP archive', [0x50, 0x4b, 0x05, 0x06]],
  ['a NumPy array', [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a TIFF image', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a BMP image', [0x42, 0x4d]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a WebP image', [0x52, 0x49, 0x46, 0x46]],
  ['an HDF5 file', [0x89, 0x48, 0x44, 0x46]],
  ['a gzip file', [0x1f, 0x8b]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a binary pickle', [0x80]],
];

/** What a file looks like from its first bytes, in words: `a PNG image`, `an HTML page`, `text` … */
export function describeContent(source: ByteSource): string {
  if (source.size === 0) return 'an empty file';
  const head = source.read(0, Math.min(512, source.size));
  for (const [name, bytes] of SIGNATURES) {
    if (bytes.every((byte, i) => head[i] === byte)) return name;
  }
  const text = new TextDecoder('latin1').decode(head);
  if (/^\s*<(!doctype html|html|head|body)/i.test(text)) return 'an HTML page';
  if (/^\s*<\?xml/i.test(text)) return 'an XML document';
  if (/^version https:\/\/git-lfs/.test(text)) return 'a Git LFS pointer';
  if (/^\s*\{/.test(text) && !text.includes('\0')) return 'JSON text';
  return head.every((byte) => byte >= 9 && byte !== 127) ? 'text' : 'unknown binary data';
}
