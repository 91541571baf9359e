import { type Picture, readPicture } from '../../dataset/tools/picture.ts';
import { type PictureRole, roleOf } from '../../dataset/tools/picture-path.ts';
import type { PictureFile, PictureSet } from '../../dataset/tools/picture-set.ts';
import { prepareTool } from '../../dataset/tools/prepare-tool.ts';
import { readFileOfSet } from '../../dataset/tools/run-tool.ts';
import type { ToolStep } from '../../dataset/tools/tool-step.ts';
import type { MadeFile, ToolUnit, ToolWork } from '../../dataset/tools/tool-work.ts';
import { type PlainError, toPlainError } from '../../errors.ts';
import type { ByteImage } from '../../imaging/image.ts';
import { isImageName } from '../../imaging/image-format.ts';
import type { LevelImage } from '../../imaging/level-image.ts';
import { displayPicture } from './display-picture.ts';

/** A picture before or after a tool, ready to be shown. */
export interface PreviewPicture {
  path: string;
  role: PictureRole;
  /** Its own size; the pixels shown may be fewer. */
  width: number;
  height: number;
  pixels: ByteImage;
}

/** What a tool makes of some pictures that belong together. */
export interface PreviewItem {
  key: string;
  before: PreviewPicture[];
  after: PreviewPicture[];
  /** How many more files come of them than are shown. */
  more: number;
  /** Why they will be left out. */
  error: PlainError | null;
}

/** The first pictures of a set, and what will come of all. */
export interface ToolPreview {
  items: PreviewItem[];
  /** Files that will be written, without the report. */
  files: number;
  /** False when only the pixels decide; `files` is then reckoned from the first pictures. */
  exact: boolean;
}

const ITEMS = 4;
const MOST_AFTER = 6;

function shown(path: string, role: PictureRole, image: LevelImage): PreviewPicture {
  const { width, height } = image;
  const pixels = displayPicture(image, role);
  // What is shown is handed over to the page; the decoded picture stays here.
  const data = pixels.data.buffer === image.data.buffer ? pixels.data.slice() : pixels.data;
  return { path, role, width, height, pixels: { ...pixels, data } };
}

async function shownFile(file: MadeFile): Promise<PreviewPicture | null> {
  if ('make' in file) return shown(file.path, file.role, file.make());
  if (!isImageName(file.path)) return null;
  const role = 'role' in file.copyOf ? (file.copyOf as PictureFile).role : roleOf(file.path);
  const { image } = readPicture(await file.copyOf.read(), file.path, role);
  return shown(file.path, role, image);
}

async function previewUnit(
  work: ToolWork,
  unit: ToolUnit,
  read: (file: PictureFile) => Promise<Picture>,
): Promise<PreviewItem & { made: number }> {
  const before: PreviewPicture[] = [];
  try {
    for (const file of unit.files) {
      const { path, role, image } = await read(file);
      before.push(shown(path, role, image));
    }
    const { files } = await work.process(unit, read);
    const all = await Promise.all(files.slice(0, MOST_AFTER).map(shownFile));
    const after = all.filter((picture) => picture !== null);
    const more = files.length - after.length;
    return { key: unit.key, before, after, more, error: null, made: files.length };
  } catch (error) {
    const plain = toPlainError(error);
    return { key: unit.key, before, after: [], more: 0, error: plain, made: 0 };
  }
}

/**
 * What a tool makes of the first pictures that it changes.
 * @throws CytoForgeError `bad-option` for settings out of range.
 */
export async function previewTool(
  step: ToolStep,
  set: PictureSet,
  cache: Map<string, Promise<Picture>>,
): Promise<ToolPreview> {
  const work = await prepareTool(step, set);
  const decode = readFileOfSet(new Set());
  const read = (file: PictureFile): Promise<Picture> => {
    const known = cache.get(file.path) ?? decode(file);
    cache.set(file.path, known);
    return known;
  };
  const changed = work.units.filter((unit) => !unit.copies && work.filesPerUnit(unit) !== 0);
  const items: PreviewItem[] = [];
  const made: number[] = [];
  for (const unit of changed.slice(0, ITEMS)) {
    const { made: count, ...item } = await previewUnit(work, unit, read);
    items.push(item);
    if (!item.error) made.push(count);
  }
  const usual = made.length === 0 ? 1 : made.reduce((sum, count) => sum + count, 0) / made.length;
  let exact = true;
  let files = Object.keys(work.finish?.() ?? {}).length;
  for (const unit of work.units) {
    const count = work.filesPerUnit(unit);
    if (count === null) exact = false;
    files += count ?? usual;
  }
  return { items, files: Math.round(files), exact };
}
