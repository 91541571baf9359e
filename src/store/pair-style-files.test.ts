import { describe, expect, it } from 'vitest';
import { pairStyleFiles } from './pair-style-files.ts';

const pair = (...paths: string[]) =>
  pairStyleFiles(paths, (path) => path).map(({ image, instances, labels }) => [
    image,
    instances,
    labels,
  ]);

describe('pairStyleFiles', () => {
  it('takes single images as they come, sorted', () => {
    expect(pair('b.png', 'a.tif')).toEqual([
      ['a.tif', null, null],
      ['b.png', null, null],
    ]);
  });

  it('knows maps by their names', () => {
    expect(pair('a_inst.png', 'a.png', 'b_masks.tif', 'b_img.tif', 'a_labels.png')).toEqual([
      ['a.png', 'a_inst.png', 'a_labels.png'],
      ['b_img.tif', 'b_masks.tif', null],
    ]);
  });

  it('knows maps by their folders, as pix2pixHD and our data sets have them', () => {
    expect(pair('train_img/1.png', 'train_inst/1.png', 'train_label/1.png')).toEqual([
      ['train_img/1.png', 'train_inst/1.png', 'train_label/1.png'],
    ]);
    expect(pair('set/images/0.png', 'set/labels/0.png', 'set/masks/0.png')).toEqual([
      ['set/images/0.png', 'set/labels/0.png', null],
    ]);
  });

  it('pairs two files that are alone, whatever the names', () => {
    expect(pair('nuclei.png', 'my-mask.png')).toEqual([['nuclei.png', 'my-mask.png', null]]);
  });

  it('takes files for images where none is called otherwise', () => {
    expect(pair('masks/1.png')).toEqual([['masks/1.png', null, null]]);
  });
});
