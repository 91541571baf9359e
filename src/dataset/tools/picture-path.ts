/**
 * What the path of a picture says: whether it is a mask or an image, what it belongs with, and its class. The layouts
 * of this project (`masks/`, `labels/`, `images/`), pix2pixHD (`train_A`, `train_label` …) and Cellpose (`x_masks.tif`
 * beside `x_img.tif`) are understood.
 */

/** `labels` are instance ids; they and masks are sampled at the nearest pixel and keep their levels. */
export type PictureRole = 'image' | 'mask' | 'labels';

const MASK_FOLDER = /^(cell_?)?(masks?|annotations?|gt|ground_?truth|seg(mentations?)?)$/i;
const LABEL_FOLDER = /^(cell_?)?(labels?|inst(ances?)?)$/i;
const IMAGE_FOLDER = /^(images?|imgs?|raw|spots?|points|combined)$/i;
const PHASE_FOLDER = /^(train|val|test)_(A|B|label|inst|img)$/;
/** A and label are what pix2pixHD paints by: classes; inst tells instances apart. */
const ROLE_OF_PHASE: Record<string, PictureRole> = {
  A: 'mask',
  B: 'image',
  label: 'mask',
  img: 'image',
  inst: 'labels',
};
const PHASE = /^(train|val|test)$/;
const MASK_SUFFIX = /^(.+?)([_-](?:cp_masks|masks?|seg|gt))$/i;
const LABEL_SUFFIX = /^(.+)([_-](?:labels?|inst(?:ances?)?))$/i;
const IMAGE_SUFFIX = /^(.+)([_-](img|image|raw))$/i;
/** StyleGAN's own folders: they say nothing of a class. */
const NUMBERED_FOLDER = /^\d{5}$/;

interface PathParts {
  folders: string[];
  stem: string;
  extension: string;
}

function partsOf(path: string): PathParts {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const dot = file.lastIndexOf('.');
  return dot > 0
    ? { folders, stem: file.slice(0, dot), extension: file.slice(dot) }
    : { folders, stem: file, extension: '' };
}

function joined({ folders, stem, extension }: PathParts): string {
  return [...folders, `${stem}${extension}`].join('/');
}

function roleOfFolder(folder: string): PictureRole | null {
  const phase = PHASE_FOLDER.exec(folder);
  if (phase) return ROLE_OF_PHASE[phase[2]];
  if (MASK_FOLDER.test(folder)) return 'mask';
  if (LABEL_FOLDER.test(folder)) return 'labels';
  return IMAGE_FOLDER.test(folder) ? 'image' : null;
}

/** A name's part before `_masks`, `_img` and the like, and that ending. */
function splitStem(stem: string): [name: string, suffix: string] {
  const match = MASK_SUFFIX.exec(stem) ?? LABEL_SUFFIX.exec(stem) ?? IMAGE_SUFFIX.exec(stem);
  return match ? [match[1], match[2]] : [stem, ''];
}

/** What a picture is, by the ending of its name, else by the innermost folder that says it; an image if nothing does. */
export function roleOf(path: string): PictureRole {
  const { folders, stem } = partsOf(path);
  if (MASK_SUFFIX.test(stem)) return 'mask';
  if (LABEL_SUFFIX.test(stem)) return 'labels';
  if (IMAGE_SUFFIX.test(stem)) return 'image';
  return folders.map(roleOfFolder).findLast((role) => role !== null) ?? 'image';
}

/** What pictures of one pair have in common: their path without what says their role. */
export function keyOf(path: string): string {
  const { folders, stem } = partsOf(path);
  const common = folders.flatMap((folder) => {
    const phase = PHASE_FOLDER.exec(folder);
    if (phase) return [phase[1]];
    return roleOfFolder(folder) === null ? [folder] : [];
  });
  return [...common, splitStem(stem)[0]].join('/');
}

/** The outermost folder that is no part of a layout; null for none. */
export function classOf(path: string): string | null {
  const isClass = (folder: string) =>
    roleOfFolder(folder) === null && !PHASE.test(folder) && !NUMBERED_FOLDER.test(folder);
  return partsOf(path).folders.find(isClass) ?? null;
}

/** The path as a PNG. */
export function asPng(path: string): string {
  return joined({ ...partsOf(path), extension: '.png' });
}

/** The path as a PNG with something added to its name, before `_masks` and the like so that pairs stay pairs. */
export function withIndex(path: string, index: string): string {
  const parts = partsOf(path);
  const [name, suffix] = splitStem(parts.stem);
  return joined({ ...parts, stem: `${name}_${index}${suffix}`, extension: '.png' });
}

/** The path in one of the sets of a split: `train_A/x` → `val_A/x`, `train/x` → `val/x`, else `val/x` in front. */
export function inPart(path: string, part: 'train' | 'val' | 'test'): string {
  const parts = partsOf(path);
  const at = parts.folders.findIndex((name) => PHASE_FOLDER.test(name) || PHASE.test(name));
  if (at < 0) return `${part}/${path}`;
  const folders = [...parts.folders];
  folders[at] = folders[at].replace(/^(train|val|test)/, part);
  return joined({ ...parts, folders });
}

/** The name of the file alone, without its ending and what says its role. */
export function baseName(path: string): string {
  return splitStem(partsOf(path).stem)[0];
}

/** A path that is not in `used` yet, which it then is: `x.png`, `x_2.png` … */
export function unusedPath(path: string, used: Set<string>): string {
  const parts = partsOf(path);
  let free = path;
  for (let n = 2; used.has(free); n++) free = joined({ ...parts, stem: `${parts.stem}_${n}` });
  used.add(free);
  return free;
}

/** The folder around all paths, unless it says what they are; empty for none. */
export function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  const folder = first.slice(0, first.indexOf('/') + 1);
  const name = folder.slice(0, -1);
  const says = roleOfFolder(name) !== null || PHASE.test(name);
  return folder !== '' && !says && paths.every((path) => path.startsWith(folder)) ? folder : '';
}
