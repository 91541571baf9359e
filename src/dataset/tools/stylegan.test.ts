import { describe, expect, it } from 'vitest';
import { decodePng } from '../../imaging/decode-png.ts';
import type { ByteImage } from '../../imaging/image.ts';
import { runOn } from './fixtures/run-on.ts';
import { grey, setOf, square } from './fixtures/set-of.ts';
import { styleGanImage } from './stylegan-image.ts';
import { DEFAULT_STEPS } from './tool-step.ts';

const step = DEFAULT_STEPS.stylegan;

function ramp(width: number, height: number): ByteImage {
  const data = Uint8Array.from({ length: width * height }, (_, i) => (i * i * 37 + i * 11) % 256);
  return { width, height, channels: 1, data };
}

describe('styleGanImage', () => {
  // Pillow 12, as `dataset_tool.py` crops and scales.
  it('gives the central square by Lanczos', () => {
    const resolution = { width: 4, height: 4 };
    const { data } = styleGanImage(ramp(11, 9), { ...step, transform: 'center-crop', resolution });
    expect([...data]).toEqual([
      134, 155, 153, 143, 150, 121, 132, 138, 111, 109, 104, 101, 141, 106, 81, 122,
    ]);
  });

  it('gives the central band between black bars', () => {
    const wide = { ...step, transform: 'center-crop-wide' as const };
    const resolution = { width: 8, height: 4 };
    const { width, height, data } = styleGanImage(ramp(11, 9), { ...wide, resolution });
    expect([width, height]).toEqual([8, 8]);
    const bar = new Array(16).fill(0);
    expect([...data]).toEqual([
      ...bar,
      195,
      124,
      180,
      142,
      143,
      187,
      165,
      116,
      187,
      140,
      155,
      88,
      105,
      167,
      113,
      103,
      163,
      120,
      89,
      120,
      136,
      42,
      96,
      127,
      114,
      123,
      69,
      148,
      87,
      122,
      177,
      94,
      ...bar,
    ]);
    expect(() => styleGanImage(ramp(7, 9), { ...wide, resolution })).toThrow('too small');
  });

  it('refuses what StyleGAN cannot learn from', () => {
    expect(() => styleGanImage(ramp(8, 4), step)).toThrow('square');
    expect(() => styleGanImage(square(12), step)).toThrow('power of two');
    const ids = { ...square(8), data: new Uint16Array(64) };
    expect(() => styleGanImage(ids, step)).toThrow('8 bits');
    expect(styleGanImage(square(8), { ...step, channels: 'rgb' }).channels).toBe(3);
  });
});

describe('a data set for StyleGAN', () => {
  it('numbers the images, names the classes of folders and is not compressed', async () => {
    const set = setOf({
      'set/sick/b.png': square(8, 2),
      'set/healthy/z.png': square(8, 3),
      'set/sick/a.png': square(8, 1),
    });
    const { names, json, bytes, levels, report } = await runOn(step, set);
    expect(names).toEqual([
      '00000/img00000000.png',
      '00000/img00000001.png',
      '00000/img00000002.png',
      'dataset.json',
    ]);
    expect(json('dataset.json')).toEqual({
      labels: [
        ['00000/img00000000.png', 0],
        ['00000/img00000001.png', 1],
        ['00000/img00000002.png', 1],
      ],
    });
    expect(names.slice(0, 3).map((name) => levels(name)[0])).toEqual([3, 1, 2]);
    expect(report.summary).toEqual({ classes: ['healthy', 'sick'] });
    // Uncompressed: pixels stand in the file, a filter byte before each row.
    expect(bytes(names[0]).length).toBeGreaterThan(8 * 9);
    expect(decodePng(bytes(names[0])).image.channels).toBe(1);
  });

  it('counts what it leaves out, and has no labels when one image lacks its own', async () => {
    const set = setOf({
      'a/1.png': square(8),
      'a/2.png': square(6),
      'a/3.png': square(16),
      '4.png': square(8),
    });
    const { names, json, report } = await runOn(step, set);
    expect(names).toEqual(['00000/img00000000.png', '00000/img00000001.png', 'dataset.json']);
    expect(json('dataset.json')).toEqual({ labels: null });
    expect(report.skipped).toMatchObject([
      { from: ['a/2.png'], found: '6 × 6' },
      { from: ['a/3.png'], found: '16 × 16, grey', expected: '8 × 8, grey' },
    ]);
  });

  it('takes the labels of a list', async () => {
    const list = {
      labels: [
        ['1.png', 4],
        ['2.png', 0],
      ],
    };
    const text = (content: unknown) => new TextEncoder().encode(JSON.stringify(content));
    const pictures = { '1.png': grey([1]), '2.png': grey([2]) };
    const set = setOf({ ...pictures, 'dataset.json': text(list) });
    const { json } = await runOn({ ...step, classes: 'list' }, set);
    expect(json('dataset.json')).toEqual({
      labels: [
        ['00000/img00000000.png', 4],
        ['00000/img00000001.png', 0],
      ],
    });
    await expect(runOn({ ...step, classes: 'list' }, setOf(pictures))).rejects.toThrow('classes');
    const wrong = setOf({ ...pictures, 'dataset.json': text({ labels: 3 }) });
    await expect(runOn({ ...step, classes: 'list' }, wrong)).rejects.toThrow('classes');
  });
});
