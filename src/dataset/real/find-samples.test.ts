import { describe, expect, it } from 'vitest';
import { findRealSamples } from './find-samples.ts';

describe('findRealSamples', () => {
  it.each([
    [
      'cytoforge',
      ['x/dataset.json', 'x/masks/000001.png', 'x/labels/000001.png', 'x/images/000001.png'],
      [{ name: '000001', image: 'x/images/000001.png', labels: 'x/labels/000001.png' }],
    ],
    [
      'dsb',
      ['stage1/abc/images/abc.png', 'stage1/abc/masks/1.png', 'stage1/abc/masks/2.png'],
      [
        {
          name: 'abc',
          image: 'stage1/abc/images/abc.png',
          labels: ['stage1/abc/masks/1.png', 'stage1/abc/masks/2.png'],
        },
      ],
    ],
    [
      'pix2pixhd',
      ['d/train_A/1.png', 'd/train_B/1.png', 'd/train_A/2.png'],
      [{ name: '1', image: 'd/train_B/1.png', labels: 'd/train_A/1.png' }],
    ],
    [
      'pix2pixhd',
      ['train_label/1.png', 'train_inst/1.png', 'train_img/1.jpg'],
      [{ name: '1', image: 'train_img/1.jpg', labels: 'train_inst/1.png' }],
    ],
    [
      'cellpose',
      ['a/000_img.tif', 'a/000_masks.tif', 'a/7.png', 'a/7_masks.png'],
      [
        { name: '000', image: 'a/000_img.tif', labels: 'a/000_masks.tif' },
        { name: '7', image: 'a/7.png', labels: 'a/7_masks.png' },
      ],
    ],
    [
      'pairs',
      ['images/a.tif', 'masks/a.png', 'images/lonely.tif'],
      [{ name: 'a', image: 'images/a.tif', labels: 'masks/a.png' }],
    ],
    [
      'pairs',
      ['a.png', 'a_mask.png', '__MACOSX/a_mask.png'],
      [{ name: 'a', image: 'a.png', labels: 'a_mask.png' }],
    ],
  ])('finds %s', (layout, names, samples) => {
    expect(findRealSamples(names)).toEqual({ layout, samples });
  });

  it('finds nothing in images alone', () => {
    expect(findRealSamples(['a.png', 'b.png', 'readme.txt'])).toBeNull();
  });
});
