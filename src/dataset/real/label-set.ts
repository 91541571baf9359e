import { CytoForgeError } from '../../errors.ts';
import type { LabelImage } from '../../imaging/image.ts';
import { isImageName } from '../../imaging/image-format.ts';
import { readRealLabels } from './read-labels.ts';
import { openRealSet, type RealFolder } from './real-set.ts';

/** The objects of one image. */
export interface LabelSample {
  /** By which truth and prediction are paired. */
  name: string;
  /** @throws CytoForgeError `bad-image` for what cannot be read. */
  readLabels(): Promise<LabelImage>;
}

/** What `cytoforge segment` leaves beside its label maps, which are maps of ids even when they hold one object only. */
const SEGMENTATION_RECORD = /(^|\/)segmentation\.json$/;

/** Endings by which programs tell label maps from images. */
const LABEL_ENDING = /[_-](cp_masks|cp|masks?|labels?|gt|instances)$/i;

const labelName = (path: string) => path.replace(/\.[^.]+$/, '').replace(LABEL_ENDING, '');

/** Names without folders, where they can be told apart so. */
function shortNames(names: readonly string[]): readonly string[] {
  const short = names.map((name) => name.replace(/^.*\//, ''));
  return new Set(short).size === short.length ? short : names;
}

/** Every image file of a folder as a label map, by its name without extension. */
function labelFiles(folder: RealFolder): LabelSample[] {
  const isMap = folder.names.some((name) => SEGMENTATION_RECORD.test(name));
  const paths = folder.names.filter(isImageName);
  const names = shortNames(paths.map(labelName));
  return paths.map((path, at) => ({
    name: names[at],
    readLabels: async () => readRealLabels(await folder.read(path), path, isMap),
  }));
}

/**
 * The label maps of a folder: those of a known layout, or else every image file in it.
 * @throws CytoForgeError `unsupported` without any; `bad-option` when two have the same name.
 */
export async function openLabelSet(folder: RealFolder): Promise<LabelSample[]> {
  const samples = await openRealSet(folder).then(
    (set) => set.samples.map(({ name, readLabels }) => ({ name: labelName(name), readLabels })),
    (cause) => {
      const files = labelFiles(folder);
      if (files.length === 0) throw cause;
      return files;
    },
  );
  const names = samples.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return samples;
  throw new CytoForgeError('bad-option', 'Two label maps belong to the same image.', {
    where: folder.name,
    found: twice,
    expected: 'one label map for every image',
  });
}
