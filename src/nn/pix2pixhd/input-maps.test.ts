import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstanceMap } from '../../imaging/image.ts';
import {
  instanceEdges,
  normaliseImage,
  oneHotLabels,
  paintFeatures,
  stackChannels,
} from './input-maps.ts';

const side = fc.integer({ min: 1, max: 12 });
const instanceMap: fc.Arbitrary<InstanceMap> = fc
  .record({ width: side, height: side })
  .chain(({ width, height }) =>
    fc
      .array(fc.constantFrom(0, 1, 1000, 1001, 2_000_001), {
        minLength: width * height,
        maxLength: width * height,
      })
      .map((ids) => ({ width, height, data: Int32Array.from(ids) })),
  );

function transposed<Data extends Int32Array | Float32Array>(
  { width, height, data }: { width: number; height: number; data: Data },
  make: (values: number[]) => Data,
): { width: number; height: number; data: Data } {
  const values = Array.from(data, (_, i) => data[(i % height) * width + Math.trunc(i / height)]);
  return { width: height, height: width, data: make(values) };
}

describe('instanceEdges', () => {
  it('marks both sides of a border and nothing else', () => {
    const instances = {
      width: 4,
      height: 3,
      data: Int32Array.of(0, 0, 7, 7, 0, 0, 7, 7, 0, 0, 0, 0),
    };
    expect([...instanceEdges(instances).data]).toEqual([0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1]);
  });

  it('marks a pixel exactly when it has a neighbour of another id', () => {
    fc.assert(
      fc.property(instanceMap, (instances) => {
        const { width, height, data: ids } = instances;
        const edges = instanceEdges(instances).data;
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const around = [
              [x - 1, y],
              [x + 1, y],
              [x, y - 1],
              [x, y + 1],
            ].filter(([i, j]) => i >= 0 && j >= 0 && i < width && j < height);
            const differs = around.some(([i, j]) => ids[j * width + i] !== ids[y * width + x]);
            expect(edges[y * width + x]).toBe(differs ? 1 : 0);
          }
        }
      }),
    );
  });

  it('does not depend on the direction of reading', () => {
    fc.assert(
      fc.property(instanceMap, (instances) => {
        const turned = transposed(instances, (values) => Int32Array.from(values));
        const { width, height, data } = instanceEdges(instances);
        const expected = transposed({ width, height, data }, (values) => Float32Array.from(values));
        expect(instanceEdges(turned).data).toEqual(expected.data);
      }),
    );
  });
});

describe('oneHotLabels', () => {
  it('sets exactly the channel of the class', () => {
    const labels = { width: 3, height: 1, channels: 1 as const, data: Uint8Array.of(2, 0, 1) };
    expect([...oneHotLabels(labels, 3).data]).toEqual([0, 0, 1, 1, 0, 0, 0, 1, 0]);
  });

  it('refuses a class the model does not know, and says where', () => {
    const labels = { width: 2, height: 2, channels: 1 as const, data: Uint8Array.of(0, 1, 1, 2) };
    expect(() => oneHotLabels(labels, 2)).toThrow(
      expect.objectContaining({
        code: 'bad-image',
        details: expect.objectContaining({
          where: 'x 1, y 1',
          found: 'class 2',
          expected: '0 to 1',
        }),
      }),
    );
  });

  it('refuses colours', () => {
    const colours = { width: 1, height: 1, channels: 3 as const, data: new Uint8Array(3) };
    expect(() => oneHotLabels(colours, 2)).toThrow(expect.objectContaining({ code: 'bad-image' }));
  });
});

describe('normaliseImage', () => {
  it('takes 0 to -1 and 255 to 1, and repeats grey', () => {
    const grey = { width: 2, height: 1, channels: 1 as const, data: Uint8Array.of(0, 255) };
    expect([...normaliseImage(grey, 3).data]).toEqual([-1, -1, -1, 1, 1, 1]);
    const rgb = { width: 1, height: 1, channels: 3 as const, data: Uint8Array.of(255, 0, 51) };
    expect([...normaliseImage(rgb, 3).data].map((x) => Math.round(x * 1e6) / 1e6)).toEqual([
      1, -1, -0.6,
    ]);
  });

  it('gives as many channels as the model reads', () => {
    const grey = { width: 2, height: 1, channels: 1 as const, data: Uint8Array.of(0, 255) };
    expect([...normaliseImage(grey, 1).data]).toEqual([-1, 1]);
    expect([...normaliseImage(grey, 2).data]).toEqual([-1, -1, 1, 1]);
    const white = { width: 1, height: 1, channels: 3 as const, data: Uint8Array.of(255, 255, 255) };
    expect(normaliseImage(white, 1)).toMatchObject({ channels: 1, data: Float32Array.of(1) });
  });

  it('refuses an alpha channel', () => {
    const rgba = { width: 1, height: 1, channels: 4 as const, data: new Uint8Array(4) };
    expect(() => normaliseImage(rgba, 3)).toThrow(expect.objectContaining({ code: 'bad-image' }));
  });
});

describe('painting and stacking', () => {
  it('paints each id with its vector and unknown ids with zeros', () => {
    const instances = { width: 3, height: 1, data: Int32Array.of(1001, 0, 1000) };
    const features = new Map([
      [1000, [0.5, -0.5]],
      [1001, [1, 2]],
    ]);
    expect([...paintFeatures(instances, features, 2).data]).toEqual([1, 2, 0, 0, 0.5, -0.5]);
  });

  it('stacks channels pixel by pixel in the order given', () => {
    const first = { width: 2, height: 1, channels: 2, data: Float32Array.of(1, 2, 3, 4) };
    const second = { width: 2, height: 1, channels: 1, data: Float32Array.of(9, 8) };
    const both = stackChannels([first, second]);
    expect(both.channels).toBe(3);
    expect([...both.data]).toEqual([1, 2, 9, 3, 4, 8]);
  });

  it('refuses maps of different sizes', () => {
    const wide = { width: 2, height: 1, channels: 1, data: new Float32Array(2) };
    const high = { width: 1, height: 2, channels: 1, data: new Float32Array(2) };
    expect(() => stackChannels([wide, high])).toThrow(
      expect.objectContaining({ code: 'bad-image' }),
    );
  });
});
