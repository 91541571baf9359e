import type { ByteSource } from '../../checkpoints/byte-source.ts';
import type { SourceFile } from '../../dataset/tools/picture-set.ts';
import { zipFiles } from '../../dataset/tools/zip-files.ts';
import { badImage } from '../../imaging/bad-image.ts';

/** A dropped file, with its path in the dropped folder. */
export interface DroppedFile {
  path: string;
  file: Blob;
}

/** Larger files are no pictures of a cell culture. */
const LARGEST_PICTURE = 1 << 30;

function pictureFile({ path, file }: DroppedFile): SourceFile {
  return {
    path,
    async read() {
      if (file.size <= LARGEST_PICTURE) return new Uint8Array(await file.arrayBuffer());
      throw badImage('The image is too large.', {
        where: path,
        found: `${Math.round(file.size / 1e6)} MB`,
        expected: 'at most 1074 MB',
      });
    },
  };
}

/**
 * The files of what was dropped: archives are opened, of several each is a folder.
 * @throws CytoForgeError as `zipFiles`.
 */
export function openFiles(
  dropped: readonly DroppedFile[],
  openBlob: (blob: Blob, name: string) => ByteSource,
): SourceFile[] {
  return dropped.flatMap((one) => {
    if (!/\.zip$/i.test(one.path)) return [pictureFile(one)];
    const inside = zipFiles(openBlob(one.file, one.path));
    if (dropped.length === 1) return inside;
    const folder = one.path.slice(0, -'.zip'.length);
    return inside.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  });
}
