/** The image formats that are read. */
export type ImageFormat = 'png' | 'tiff' | 'jpeg';

const SIGNATURES: [format: ImageFormat, bytes: number[]][] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
];

/** The format that a file begins like; null for others. */
export function imageFormat(bytes: Uint8Array): ImageFormat | null {
  const found = SIGNATURES.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  return found?.[0] ?? null;
}

/** Whether a file is to be tried as an image, by its name. */
export function isImageName(name: string): boolean {
  return /\.(png|jpe?g|tiff?)$/i.test(name);
}
