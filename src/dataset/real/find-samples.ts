/** Layouts of real data sets that are recognised by the names of their files. */
export type RealLayout = 'cytoforge' | 'cellpose' | 'dsb' | 'pix2pixhd' | 'pairs';

/** The files of one real sample. */
export interface RealSampleFiles {
  name: string;
  image: string | null;
  /** One map of ids (or a mask, whose components are the objects), or one mask for every object. */
  labels: string | string[];
}

/** Samples and how they were recognised. */
export interface RealFiles {
  layout: RealLayout;
  samples: RealSampleFiles[];
}

const IMAGE = /\.(png|tiff?|jpe?g)$/i;
const stemOf = (path: string) => path.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

/** Samples of two folders that lie side by side, by the stems of their files. */
function fromFolders(
  names: readonly string[],
  images: RegExp | null,
  labels: RegExp,
): RealSampleFiles[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const match = images?.exec(name);
    if (match) found.set(`${name.slice(0, match.index)}|${stemOf(name)}`, name);
  }
  return names.flatMap((name) => {
    const match = labels.exec(name);
    if (!match) return [];
    const image = found.get(`${name.slice(0, match.index)}|${stemOf(name)}`) ?? null;
    return images && !image ? [] : [{ name: stemOf(name), image, labels: name }];
  });
}

/** `<id>/images/<id>.png` and a mask for every nucleus in `<id>/masks/`, as the 2018 Data Science Bowl has them. */
function fromDataScienceBowl(names: readonly string[]): RealSampleFiles[] {
  const folders = new Map<string, { image: string | null; masks: string[] }>();
  for (const name of names) {
    const match = /^(.*?([^/]+)\/)(images|masks)\/[^/]+$/.exec(name);
    if (!match) continue;
    const folder = folders.get(match[1]) ?? { image: null, masks: [] };
    if (match[3] === 'masks') folder.masks.push(name);
    else if (stemOf(name) === match[2]) folder.image = name;
    folders.set(match[1], folder);
  }
  return [...folders].flatMap(([path, { image, masks }]) =>
    image && masks.length > 0 ? [{ name: stemOf(path.slice(0, -1)), image, labels: masks }] : [],
  );
}

/** Files of one folder of which one is called as the other with an ending more. */
function fromEndings(
  names: readonly string[],
  labels: RegExp,
  imageEndings: readonly string[],
): RealSampleFiles[] {
  const known = new Map(names.map((name) => [folderOf(name) + stemOf(name), name]));
  return names.flatMap((name) => {
    const stem = stemOf(name);
    if (!labels.test(stem)) return [];
    const base = folderOf(name) + stem.replace(labels, '');
    const image =
      imageEndings.map((ending) => known.get(base + ending)).find((each) => each) ?? null;
    return [{ name: stem.replace(labels, ''), image, labels: name }];
  });
}

/**
 * Finds samples among the files of a folder or an archive: our own layout, Cellpose, the 2018 Data Science Bowl,
 * pix2pixHD, or images and masks of the same name.
 * @param names Paths with `/`.
 * @returns Null when none is recognised.
 */
export function findRealSamples(names: readonly string[]): RealFiles | null {
  const images = names.filter((name) => IMAGE.test(name) && !/(^|\/)(\.|__MACOSX)/.test(name));
  const tries: [RealLayout, () => RealSampleFiles[]][] = [
    [
      'cytoforge',
      () => (names.some((name) => /(^|\/)dataset\.json$/.test(name)) ? fromLabels(images) : []),
    ],
    ['dsb', () => fromDataScienceBowl(images)],
    ['pix2pixhd', () => fromFolders(images, /(train|test)_img\//, /(train|test)_inst\//)],
    ['pix2pixhd', () => fromFolders(images, /(train|test)_B\//, /(train|test)_A\//)],
    ['cellpose', () => fromEndings(images, /_masks$/, ['_img', ''])],
    [
      'pairs',
      () => fromFolders(images, /images?\//i, /(masks?|labels?|instances?|annotations?)\//i),
    ],
    [
      'pairs',
      () => fromEndings(images, /[_-](mask|label|labels|gt|instances)$/i, ['', '_image', '_img']),
    ],
  ];
  for (const [layout, find] of tries) {
    const samples = find();
    if (samples.length > 0) return { layout, samples };
  }
  return null;
}

/** Our own: labels, and the image of the same number where there is one. */
function fromLabels(images: readonly string[]): RealSampleFiles[] {
  const known = new Set(images);
  return images.flatMap((name) => {
    const match = /^((?:.*\/)?)labels\/(\d+\.png)$/.exec(name);
    if (!match) return [];
    const image = `${match[1]}images/${match[2]}`;
    return [{ name: stemOf(name), image: known.has(image) ? image : null, labels: name }];
  });
}
