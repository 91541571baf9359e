import { describe, expect, it } from 'vitest';
import type { Pix2PixHdConfig } from '../checkpoints/bundle/manifest.ts';
import { encodeGreyPng, encodeLabelPng, encodeRgbPng } from '../imaging/encode-png.ts';
import { exampleImageManifest } from './fixtures/example-manifests.ts';
import { readMaps, scaleMaps } from './official-maps.ts';
import { preprocessingAt } from './scaling.ts';

const { config } = exampleImageManifest;
const size = { width: 4, height: 1 };
const none = { mode: 'resize', loadSize: 4, fineSize: 4 } as const;

function grey(name: string, ...levels: number[]) {
  const data = Uint8Array.from(levels);
  return { name, bytes: encodeGreyPng({ ...size, channels: 1, data }) };
}

function ids(name: string, ...levels: number[]) {
  return { name, bytes: encodeLabelPng({ ...size, data: Uint16Array.from(levels) }) };
}

/** The maps at the network's size, of one row, which a crop of the whole leaves alone. */
function scaled(files: Parameters<typeof readMaps>[0], of: Pix2PixHdConfig = config) {
  const crop = { ...none, mode: 'crop' } as const;
  return scaleMaps(readMaps(files, of), of, preprocessingAt(of, crop, [0, 0]));
}

describe('official maps', () => {
  it('keep 16-bit ids for edges and features alike', () => {
    const instances = ids('inst', 0, 1000, 1001, 1);
    const maps = scaled({ labels: grey('label', 0, 1, 1, 1), instances, image: null });
    expect([...maps.labels.data]).toEqual([0, 1, 1, 1]);
    expect([...(maps.instances?.data ?? [])]).toEqual([0, 1000, 1001, 1]);
    expect(maps.regions).toEqual(maps.instances);
  });

  it('of 8 bits are fractions where features are painted', () => {
    const instances = grey('inst', 0, 7, 254, 255);
    const maps = scaled({ labels: grey('label', 0, 1, 1, 1), instances, image: null });
    expect([...(maps.instances?.data ?? [])]).toEqual([0, 7, 254, 255]);
    expect([...(maps.regions?.data ?? [])]).toEqual([0, 0, 0, 1]);
  });

  it('are classes for a model with features per class, and an image for one without classes', () => {
    const labels = grey('label', 0, 1, 0, 1);
    const byClass = { ...config, instanceFeat: false, labelFeat: true };
    const maps = scaled({ labels, instances: null, image: null }, byClass);
    expect([...(maps.regions?.data ?? [])]).toEqual([0, 1, 0, 1]);
    const rgb = {
      name: 'A',
      bytes: encodeRgbPng({ ...size, channels: 3, data: new Uint8Array(12) }),
    };
    const without = scaled(
      { labels: rgb, instances: null, image: null },
      { ...config, labelNc: 0 },
    );
    expect(without.labels.channels).toBe(3);
  });

  it('are refused where a class is unknown or a size differs, with the place', () => {
    const labels = grey('label.png', 0, 1, 255, 1);
    expect(() => scaled({ labels, instances: null, image: null })).toThrow(
      expect.objectContaining({
        code: 'bad-image',
        details: {
          where: 'label.png, x 2, y 0',
          found: 'class 255',
          expected: '0 to 1',
          hint: expect.stringContaining('0/255 mask'),
        },
      }),
    );
    const wide = { width: 5, height: 1, data: new Uint16Array(5) };
    const instances = { name: 'inst.png', bytes: encodeLabelPng(wide) };
    const files = { labels: grey('label', 0, 1, 1, 1), instances, image: null };
    expect(() => scaled(files)).toThrow('differ in size');
  });
});
