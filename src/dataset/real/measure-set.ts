import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, LabelImage } from '../../imaging/image.ts';
import { readImage } from '../../imaging/read-image.ts';
import { type FeatureSummary, featureCollector } from '../report/feature-summary.ts';
import { factsOfSample } from '../sample-facts.ts';
import { type CocoFile, labelsOfCoco, readCoco } from './coco-labels.ts';
import { findRealSamples, type RealLayout } from './find-samples.ts';
import { joinMasks, readRealLabels } from './read-labels.ts';

/** The files of a real set, wherever they are. */
export interface RealFolder {
  name: string;
  /** Paths with `/`. */
  names: readonly string[];
  read(name: string): Uint8Array | Promise<Uint8Array>;
}

/** What came of a real set. */
export interface MeasuredSet {
  layout: RealLayout | 'coco';
  summary: FeatureSummary;
  /** Samples that could not be read. */
  skipped: number;
}

interface RealSample {
  labels(): Promise<LabelImage>;
  image: string | null;
}

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
    labels: async () => labelsOfCoco(coco, id),
    image: known.has(file_name) ? file_name : (byEnd.get(file_name.replace(/^.*\//, '')) ?? null),
  }));
}

async function samplesOf(
  folder: RealFolder,
): Promise<{ layout: RealLayout | 'coco'; samples: RealSample[] }> {
  const found = findRealSamples(folder.names);
  if (found) {
    const samples = found.samples.map(({ image, labels }) => ({
      image,
      async labels() {
        if (typeof labels === 'string') return readRealLabels(await folder.read(labels), labels);
        const masks = await Promise.all(
          labels.map(async (name) => ({ name, bytes: await folder.read(name) })),
        );
        return joinMasks(masks);
      },
    }));
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

const isOfSize = (image: ByteImage, labels: LabelImage): boolean =>
  image.width === labels.width && image.height === labels.height;

/**
 * Measures a real set.
 * @throws CytoForgeError `unsupported` when no sample is recognised or none can be read; `cancelled`.
 */
export async function measureSet(
  folder: RealFolder,
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<MeasuredSet> {
  const { layout, samples } = await samplesOf(folder);
  const collector = featureCollector(folder.name);
  let skipped = 0;
  for (const [at, sample] of samples.entries()) {
    if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
    try {
      const labels = await sample.labels();
      const image = sample.image
        ? readImage(await folder.read(sample.image), sample.image).image
        : null;
      collector.add(
        factsOfSample({ labels, image: image && isOfSize(image, labels) ? image : null }),
      );
    } catch {
      skipped += 1;
    }
    onProgress(at + 1, samples.length);
  }
  if (skipped === samples.length) {
    throw new CytoForgeError('unsupported', 'None of the images and masks could be read.', {
      where: folder.name,
      found: `${samples.length} damaged or unknown files`,
      expected: 'PNG, TIFF or JPEG images',
    });
  }
  return { layout, summary: collector.finish(), skipped };
}
