import { bytesSource } from '../checkpoints/byte-source.ts';
import { zipFiles } from '../dataset/tools/zip-files.ts';
import { type PlainError, toPlainError } from '../errors.ts';
import { badImage } from '../imaging/bad-image.ts';
import { readLevels } from '../imaging/read-levels.ts';
import { type MaskKind, readMask } from '../imaging/read-mask.ts';
import type { MaskEdits } from '../pipeline/recipe.ts';
import { editsOfLabels } from '../pipeline/truth-of-edits.ts';

/** One label map out of dropped files. */
export interface MaskOfFile {
  /** Of the file, with its archive before it and its page behind it. */
  name: string;
  /** What it was taken for. */
  kind: MaskKind;
  cells: number;
  hasNuclei: boolean;
  edits: MaskEdits;
}

/** What dropped files were read as. */
export interface MasksOfFiles {
  masks: MaskOfFile[];
  /** Files that are no masks. */
  skipped: { name: string; error: PlainError }[];
}

/** What the masks' worker offers. */
export interface MaskFilesService {
  /** Reads PNG, TIFF (each page a map) and ZIP files; one that cannot be read does not stop the others. */
  read(files: File[]): Promise<MasksOfFiles>;
}

/** Label maps of one drop: more are a data set, which has a workspace of its own. */
const MOST_MASKS = 500;
const LARGEST_FILE = 2 ** 30;

interface PictureFile {
  name: string;
  read(): Promise<Uint8Array>;
}

const isMaskName = (path: string) =>
  /\.(png|tiff?)$/i.test(path) && !/(^|\/)(\.|__MACOSX)/.test(path);

/** Data sets hold images beside label maps: where a folder says which are which, it counts. */
function masksAmong<Named extends { path: string }>(files: readonly Named[]): Named[] {
  const pictures = files.filter(({ path }) => isMaskName(path));
  for (const folder of ['labels', 'instances', 'masks']) {
    const inside = pictures.filter(({ path }) => path.split('/').slice(0, -1).includes(folder));
    if (inside.length > 0) return inside;
  }
  return pictures;
}

async function picturesOf(file: File): Promise<PictureFile[]> {
  if (file.size > LARGEST_FILE) {
    throw badImage('The file is too large.', {
      where: file.name,
      found: `${Math.round(file.size / 1e6)} MB`,
      expected: 'at most 1074 MB',
    });
  }
  const read = async () => new Uint8Array(await file.arrayBuffer());
  if (!/\.zip$/i.test(file.name)) return [{ name: file.name, read }];
  const entries = zipFiles(bytesSource(file.name, await read()));
  const pictures = masksAmong(entries);
  if (pictures.length === 0) {
    throw badImage('There are no masks in the archive.', {
      where: file.name,
      found: `${entries.length} files of other kinds`,
      expected: 'PNG or TIFF files',
    });
  }
  return pictures.map((entry) => ({ name: `${file.name}/${entry.path}`, read: entry.read }));
}

async function masksOf(picture: PictureFile): Promise<MaskOfFile[]> {
  const pages = readLevels(await picture.read(), picture.name);
  return pages.map((levels, i) => {
    const name = pages.length > 1 ? `${picture.name} ${i + 1}` : picture.name;
    const { labels, nuclei, kind } = readMask(levels, name);
    const ids = new Set(labels.data);
    ids.delete(0);
    const edits = editsOfLabels(labels, nuclei);
    return { name, kind, cells: ids.size, hasNuclei: edits.nuclei !== null, edits };
  });
}

/** The service of the masks' worker. */
export function createMaskFilesService(): MaskFilesService {
  return {
    async read(files) {
      const result: MasksOfFiles = { masks: [], skipped: [] };
      const attempt = async (name: string, run: () => Promise<void>) => {
        try {
          await run();
        } catch (error) {
          result.skipped.push({ name, error: toPlainError(error) });
        }
      };
      for (const file of files) {
        await attempt(file.name, async () => {
          for (const picture of await picturesOf(file)) {
            if (result.masks.length >= MOST_MASKS) return;
            await attempt(picture.name, async () => {
              result.masks.push(...(await masksOf(picture)));
            });
          }
        });
      }
      return result;
    },
  };
}
