import { describe, expect, it } from 'vitest';
import { encodeLabelPng } from '../../imaging/encode-png.ts';
import { openRealSet } from './real-set.ts';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

function folder(files: Record<string, Uint8Array>) {
  return { name: 'x', names: Object.keys(files), read: (name: string) => files[name] };
}

/** One object in two pieces. */
const twoPieces = encodeLabelPng({
  ...{ width: 5, height: 1 },
  data: Uint16Array.of(7, 7, 0, 7, 7),
});

describe('openRealSet', () => {
  it('reads a map of ids as such, also when only one object is in it', async () => {
    const { layout, samples } = await openRealSet(
      folder({ 'a_img.png': new Uint8Array(), 'a_masks.png': twoPieces }),
    );
    expect([layout, samples[0].image]).toEqual(['cellpose', 'a_img.png']);
    expect([...(await samples[0].readLabels()).data]).toEqual([1, 1, 0, 1, 1]);
  });

  it('takes a mask of two levels for its components where it may be one', async () => {
    const { samples } = await openRealSet(
      folder({ 'images/a.png': new Uint8Array(), 'masks/a.png': twoPieces }),
    );
    expect([...(await samples[0].readLabels()).data]).toEqual([1, 1, 0, 2, 2]);
  });

  it('reads COCO, and says which images are not there', async () => {
    const coco = {
      images: [
        { id: 1, file_name: 'pictures/a.png', width: 4, height: 1 },
        { id: 2, file_name: 'b.png', width: 4, height: 1 },
      ],
      annotations: [{ image_id: 1, segmentation: [[0, 0, 2, 0, 2, 1, 0, 1]] }],
    };
    const set = await openRealSet(folder({ 'c.json': bytesOf(coco), 'a.png': new Uint8Array() }));
    expect(set.layout).toBe('coco');
    expect(set.samples.map(({ name, image }) => [name, image])).toEqual([
      ['pictures/a', 'a.png'],
      ['b', null],
    ]);
    expect([...(await set.samples[0].readLabels()).data]).toEqual([1, 1, 0, 0]);
    expect([...(await set.samples[1].readLabels()).data]).toEqual([0, 0, 0, 0]);
  });

  it('refuses what has no truth', async () => {
    await expect(openRealSet(folder({ 'a.png': twoPieces }))).rejects.toMatchObject({
      code: 'unsupported',
    });
  });
});
