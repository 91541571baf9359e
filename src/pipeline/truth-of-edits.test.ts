import { describe, expect, it } from 'vitest';
import type { ByteImage, LabelImage } from '../imaging/image.ts';
import { editsOfLabels, labelsOfEdits, truthOfEdits } from './truth-of-edits.ts';

const labels: LabelImage = {
  width: 4,
  height: 2,
  data: Uint16Array.of(0, 3, 3, 3, 0, 0, 9, 9),
};
const nuclei: ByteImage = {
  width: 4,
  height: 2,
  channels: 1,
  data: Uint8Array.of(1, 0, 255, 0, 0, 0, 0, 0),
};

describe('edits', () => {
  it('keep ids and nuclei', () => {
    const read = labelsOfEdits(editsOfLabels(labels, nuclei));
    expect(read.labels).toEqual(labels);
    expect([...(read.nuclei?.data ?? [])]).toEqual([1, 0, 1, 0, 0, 0, 0, 0]);
    expect(editsOfLabels(labels, { ...nuclei, data: new Uint8Array(8) }).nuclei).toBeNull();
  });

  it('are the truth of the sample', () => {
    const size = { width: 4, height: 2, resampling: 'bicubic' } as const;
    const truth = truthOfEdits(editsOfLabels(labels, nuclei), size);
    expect([...truth.mask.data]).toEqual([0, 255, 76, 255, 0, 0, 255, 255]);
    expect(truth.instances.map(({ id, area }) => [id, area])).toEqual([
      [3, 3],
      [9, 2],
    ]);
  });

  it('follow the recipe to another size, pixel by pixel', () => {
    const size = { width: 8, height: 4, resampling: 'bicubic' } as const;
    const truth = truthOfEdits(editsOfLabels(labels, nuclei), size);
    expect([...truth.labels.data.slice(0, 8)]).toEqual([0, 0, 3, 3, 3, 3, 3, 3]);
    expect(truth.instances.map(({ area }) => area)).toEqual([12, 8]);
    expect(truth.mask.data.filter((level) => level === 76)).toHaveLength(4);
  });
});
