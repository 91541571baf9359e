import { CytoForgeError } from '../../errors.ts';
import type { LabelImage } from '../../imaging/image.ts';
import { type CocoFile, labelsOfCoco, readCoco } from './coco-labels.ts';
import { findRealSamples, type RealLayout, type RealSampleFiles } from './find-samples.ts';
import { joinMasks, readRealLabels } from './read-labels.ts';

/** The files of a real set, wherever they are. */
export interface RealFolder {
  name: string;
  /** Paths with `/`. */
  names: readonly string[];
  read(name: string): Uint8Array | Promise<Uint8Array>;
}

/** One sample of a set with truth, its files unread. */
export interface RealSample {
  name: string;
  /** Path of its image; null when the set has none. */
  image: string | null;
  /** Its objects, ids 1, 2 …. @throws CytoForgeError `bad-image` for what cannot be read. */
  readLabels(): Promise<LabelImage>;
}

/** A set with truth, sample by sample. */
export interface RealSet {
  layout: RealLayout | 'coco';
  samples: RealSample[];
}

/** Layouts whose label files are maps of ids, never masks. */
const MAPS: ReadonlySet<RealLayout> = new Set(['cytoforge', 'cellpose']);

async function findCoco({ names, read }: RealFolder): Promise<CocoFile | null> {
  for (const name of names.filter((each) => /\.json$/i.test(each))) {
    try {
      const coco = readCoco(JSON.parse(new TextDecoder().decode(await read(name))));
      if (coco && coco.images.length > 0) return coco;
    } catch {
      // Another JSON file.
    }
  }
  return null;
}

function samplesOfCoco(coco: CocoFile, { names }: RealFolder): RealSample[] {
  const byEnd = new Map(names.map((name) => [name.replace(/^.*\//, ''), name]));
  const known = new Set(names);
  return coco.images.map(({ id, file_name }) => ({
    name: file_name.replace(/\.[^.]+$/, ''),
    readLabels: async () => labelsOfCoco(coco, id),
    image: known.has(file_name) ? file_name : (byEnd.get(file_name.replace(/^.*\//, '')) ?? null),
  }));
}

function sampleOfFiles(folder: RealFolder, files: RealSampleFiles, isMap: boolean): RealSample {
  const { name, image, labels } = files;
  return {
    name,
    image,
    async readLabels() {
      if (typeof labels === 'string') {
        return readRealLabels(await folder.read(labels), labels, isMap);
      }
      const masks = await Promise.all(
        labels.map(async (mask) => ({ name: mask, bytes: await folder.read(mask) })),
      );
      return joinMasks(masks);
    },
  };
}

/**
 * Recognises a set with truth: our own layout, COCO, Cellpose, the 2018 Data Science Bowl, pix2pixHD, or images and
 * masks of the same names.
 * @throws CytoForgeError `unsupported` when nothing is recognised.
 */
export async function openRealSet(folder: RealFolder): Promise<RealSet> {
  const found = findRealSamples(folder.names);
  if (found) {
    const isMap = MAPS.has(found.layout);
    const samples = found.samples.map((files) => sampleOfFiles(folder, files, isMap));
    return { layout: found.layout, samples };
  }
  const coco = await findCoco(folder);
  if (coco) return { layout: 'coco', samples: samplesOfCoco(coco, folder) };
  throw new CytoForgeError('unsupported', 'No images with masks were found in there.', {
    where: folder.name,
    found: `${folder.names.length} files`,
    expected: 'a data set of CytoForge, COCO, Cellpose, DSB 2018 or pix2pixHD, or images and masks',
    hint: 'Put images and masks into two folders, images and masks, with the same file names.',
  });
}
