import { describe, expect, it } from 'vitest';
import { cocoSample } from '../coco.ts';
import { labelsOfCoco, readCoco, runsOfText } from './coco-labels.ts';

const image = { id: 3, file_name: 'a.png', width: 4, height: 3 };
const draw = (segmentation: unknown) =>
  labelsOfCoco(readCoco({ images: [image], annotations: [{ image_id: 3, segmentation }] })!, 3);

describe('labelsOfCoco', () => {
  it('reads back what our own writer says', () => {
    const labels = {
      width: 4,
      height: 3,
      data: Uint16Array.of(0, 1, 1, 0, 0, 1, 0, 2, 0, 0, 2, 2),
    };
    const sample = cocoSample(3, 'a.png', labels);
    const coco = readCoco({
      images: [sample.image],
      annotations: sample.annotations.map((annotation, id) => ({ id, ...annotation })),
    });
    expect(labelsOfCoco(coco!, 3)).toEqual(labels);
  });

  it('fills polygons', () => {
    expect([...draw([[1, 1, 3, 1, 3, 3, 1, 3]]).data]).toEqual([
      0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0,
    ]);
  });

  it('reads the text form of runs as pycocotools writes it', () => {
    // mask.encode of a 3 × 4 mask whose runs down the columns are 1 2 3 4 2.
    expect(runsOfText('12322N')).toEqual([1, 2, 3, 4, 5, 2]);
    expect([...draw({ size: [3, 4], counts: '123' }).data]).toEqual([
      0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0,
    ]);
  });

  it('knows what is no COCO file', () => {
    expect(readCoco({ samples: [] })).toBeNull();
  });
});
