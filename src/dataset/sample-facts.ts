import type { ByteImage, LabelImage } from '../imaging/image.ts';
import { type InstanceShape, instanceStatistics } from '../imaging/instance-statistics.ts';

/** One object as the report and `objects.csv` know it. */
export interface ObjectFacts {
  id: number;
  /** Pixels. */
  area: number;
  centroid: [number, number];
  eccentricity: number;
  /** Mean grey level of its pixels in the image, 0..255; null without an image. */
  intensity: number | null;
  /** Style cluster; null where the model has none. */
  cluster: number | null;
  touchesBorder: boolean;
}

/** What is measured of a sample. */
export interface SampleFacts {
  objects: ObjectFacts[];
  /** Share of the pixels that are in objects, 0..1. */
  coverage: number;
  /** Mean grey level of the whole image; null without one. */
  intensity: number | null;
  /** Spots whose truth is listed. */
  spots: number;
}

/** What is needed to measure a sample. */
export interface MeasuredPixels {
  labels: LabelImage;
  image: ByteImage | null;
  /** The shapes and styles, where they are known already; measured when absent. */
  instances?: readonly (InstanceShape & { cluster?: number | null })[];
  spots?: { list: readonly unknown[] } | null;
}

/** Decimals that files keep of a measured number. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Sums of the grey level (mean of the channels) by label; the last is the sum of all pixels. */
function levelSums({ labels, image }: MeasuredPixels, image8: ByteImage): Float64Array {
  const { data } = labels;
  const { channels } = image8;
  const sums = new Float64Array(65_537);
  const colours = channels === 2 || channels === 4 ? channels - 1 : channels;
  for (let at = 0; at < data.length; at++) {
    let level = 0;
    for (let channel = 0; channel < colours; channel++) {
      level += (image as ByteImage).data[at * channels + channel];
    }
    sums[data[at]] += level / colours;
    sums[65_536] += level / colours;
  }
  return sums;
}

/** Measures a sample: its objects by rising id, and the whole. */
export function factsOfSample(sample: MeasuredPixels): SampleFacts {
  const { labels, image } = sample;
  const shapes = sample.instances?.length ? sample.instances : instanceStatistics(labels);
  const sums = image && levelSums(sample, image);
  const pixels = labels.data.length;
  const objects = shapes.map((shape): ObjectFacts => {
    const { id, area, centroid, eccentricity, touchesBorder } = shape;
    return {
      id,
      area,
      centroid: [rounded(centroid[0]), rounded(centroid[1])],
      eccentricity: rounded(eccentricity),
      intensity: sums && rounded(sums[id] / area),
      cluster: 'cluster' in shape ? (shape.cluster ?? null) : null,
      touchesBorder,
    };
  });
  const covered = objects.reduce((sum, { area }) => sum + area, 0);
  return {
    objects,
    coverage: rounded(covered / pixels),
    intensity: sums && rounded(sums[65_536] / pixels),
    spots: sample.spots?.list.length ?? 0,
  };
}

/** `objects.csv` piece by piece: one line per object of the set. */
export async function* objectsText(
  samples: AsyncIterable<{ index: number; facts: SampleFacts }>,
): AsyncGenerator<string> {
  yield 'sample,object,x,y,area,eccentricity,mean_intensity,style_cluster,touches_border\n';
  for await (const { index, facts } of samples) {
    const lines = facts.objects.map(({ id, centroid: [x, y], area, eccentricity, ...rest }) =>
      [
        ...[index, id, x, y, area, eccentricity, rest.intensity ?? '', rest.cluster ?? ''],
        rest.touchesBorder ? 1 : 0,
      ].join(','),
    );
    if (lines.length) yield `${lines.join('\n')}\n`;
  }
}
