import type { LabelImage } from '../imaging/image.ts';
import { instanceRuns } from './run-length.ts';

/** A COCO image: its id is the running number of the sample. */
export interface CocoImage {
  id: number;
  file_name: string;
  width: number;
  height: number;
}

/** A COCO annotation: one object of the label map. */
export interface CocoAnnotation {
  /** Runs through the set from 1; 0 means "no match" to pycocotools. */
  id: number;
  image_id: number;
  category_id: 1;
  /** Value of the object in the label map. */
  instance_id: number;
  area: number;
  bbox: [number, number, number, number];
  iscrowd: 0;
  /** Uncompressed RLE: `size` is `[height, width]`, counts run down the columns. */
  segmentation: { size: [number, number]; counts: number[] };
}

/** What one sample adds to the annotations, before the ids of the set are given out. */
export interface CocoSample {
  image: CocoImage;
  annotations: Omit<CocoAnnotation, 'id'>[];
}

const CATEGORIES = [{ id: 1, name: 'cell', supercategory: 'cell' }];

/** The objects of one label map for COCO. */
export function cocoSample(index: number, fileName: string, labels: LabelImage): CocoSample {
  const { width, height } = labels;
  return {
    image: { id: index, file_name: fileName, width, height },
    annotations: instanceRuns(labels).map(({ id, area, box, counts }) => ({
      image_id: index,
      category_id: 1,
      instance_id: id,
      area,
      bbox: box,
      iscrowd: 0,
      segmentation: { size: [height, width], counts },
    })),
  };
}

async function* lines(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let separator = '\n';
  for await (const value of values) {
    yield separator + JSON.stringify(value);
    separator = ',\n';
  }
}

async function* imagesOf(samples: AsyncIterable<CocoSample>): AsyncGenerator<CocoImage> {
  for await (const { image } of samples) yield image;
}

async function* annotationsOf(samples: AsyncIterable<CocoSample>): AsyncGenerator<CocoAnnotation> {
  let id = 1;
  for await (const { annotations } of samples) {
    for (const annotation of annotations) yield { id: id++, ...annotation };
  }
}

/**
 * `annotations.coco.json` piece by piece, one line per image and annotation.
 * @param samples Starts the samples of the set from the first; asked twice, for COCO lists images first.
 */
export async function* cocoText(samples: () => AsyncIterable<CocoSample>): AsyncGenerator<string> {
  yield '{"info":{"description":"Made by CytoForge"},"licenses":[],';
  yield `"categories":${JSON.stringify(CATEGORIES)},"images":[`;
  yield* lines(imagesOf(samples()));
  yield '\n],"annotations":[';
  yield* lines(annotationsOf(samples()));
  yield '\n]}\n';
}
