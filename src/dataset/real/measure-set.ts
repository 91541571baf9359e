import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, LabelImage } from '../../imaging/image.ts';
import { readImage } from '../../imaging/read-image.ts';
import { type FeatureSummary, featureCollector } from '../report/feature-summary.ts';
import { factsOfSample } from '../sample-facts.ts';
import type { RealLayout } from './find-samples.ts';
import { openRealSet, type RealFolder } from './real-set.ts';

/** What came of a real set. */
export interface MeasuredSet {
  layout: RealLayout | 'coco';
  summary: FeatureSummary;
  /** Samples that could not be read. */
  skipped: number;
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
  const { layout, samples } = await openRealSet(folder);
  const collector = featureCollector(folder.name);
  let skipped = 0;
  for (const [at, sample] of samples.entries()) {
    if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
    try {
      const labels = await sample.readLabels();
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
