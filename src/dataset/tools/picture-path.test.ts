import { describe, expect, it } from 'vitest';
import {
  asPng,
  classOf,
  commonFolder,
  inPart,
  keyOf,
  roleOf,
  unusedPath,
  withIndex,
} from './picture-path.ts';

describe('a path', () => {
  it.each([
    ['images/000001.png', 'image', '000001'],
    ['masks/000001.png', 'mask', '000001'],
    ['labels/000001.png', 'labels', '000001'],
    ['train_A/x.png', 'mask', 'train/x'],
    ['train_B/x.jpg', 'image', 'train/x'],
    ['test_inst/x.png', 'labels', 'test/x'],
    ['test_label/x.png', 'mask', 'test/x'],
    ['a/images/7.tif', 'image', 'a/7'],
    ['a/masks/7.tif', 'mask', 'a/7'],
    ['well_img.tif', 'image', 'well'],
    ['well_masks.tif', 'mask', 'well'],
    ['well_cp_masks.png', 'mask', 'well'],
    ['well-labels.png', 'labels', 'well'],
    ['images/well_masks.png', 'mask', 'well'],
    ['seed0042.png', 'image', 'seed0042'],
    ['00000/img00000007.png', 'image', '00000/img00000007'],
  ])('%s is a %s of %s', (path, role, key) => {
    expect(roleOf(path)).toBe(role);
    expect(keyOf(path)).toBe(key);
  });

  it('has the class of its outermost folder that is no part of a layout', () => {
    expect(classOf('healthy/x.png')).toBe('healthy');
    expect(classOf('train/images/sick/x.png')).toBe('sick');
    expect(classOf('masks/x.png')).toBeNull();
    expect(classOf('00003/img00003000.png')).toBeNull();
    expect(classOf('x.png')).toBeNull();
  });

  it('becomes a PNG, with a number before what says its role', () => {
    expect(asPng('a.b/c.tiff')).toBe('a.b/c.png');
    expect(asPng('noending')).toBe('noending.png');
    expect(withIndex('masks/x.jpg', '3')).toBe('masks/x_3.png');
    expect(withIndex('x_masks.tif', '3')).toBe('x_3_masks.png');
    expect(keyOf(withIndex('x_masks.tif', '3'))).toBe(keyOf(withIndex('x_img.tif', '3')));
  });

  it('goes into a part and keeps its layout', () => {
    expect(inPart('train_A/x.png', 'val')).toBe('val_A/x.png');
    expect(inPart('set/train/images/x.png', 'test')).toBe('set/test/images/x.png');
    expect(inPart('healthy/x.png', 'train')).toBe('train/healthy/x.png');
  });
});

it('finds a free name', () => {
  const used = new Set<string>();
  expect(['a/x.png', 'a/x.png', 'x.png', 'a/x.png'].map((path) => unusedPath(path, used))).toEqual([
    'a/x.png',
    'a/x_2.png',
    'x.png',
    'a/x_3.png',
  ]);
});

it('leaves out a folder around everything, unless it says what is in it', () => {
  expect(commonFolder(['set/images/a.png', 'set/masks/a.png'])).toBe('set/');
  expect(commonFolder(['masks/a.png', 'masks/b.png'])).toBe('');
  expect(commonFolder(['healthy/a.png', 'sick/b.png'])).toBe('');
  expect(commonFolder(['a.png'])).toBe('');
});
