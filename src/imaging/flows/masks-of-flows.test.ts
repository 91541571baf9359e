import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabelImage } from '../image.ts';
import { fillObjects } from './fill-objects.ts';
import { FLOW_SCALE, flowErrors } from './flow-errors.ts';
import { flowsOfLabels } from './flows-of-labels.ts';
import { followFlows } from './follow-flows.ts';
import { DEFAULT_MASK_OPTIONS, masksOfFlows } from './masks-of-flows.ts';

function labelImage(width: number, height: number): LabelImage {
  return { width, height, data: new Uint16Array(width * height) };
}

function disc(labels: LabelImage, id: number, y0: number, x0: number, radius: number): void {
  for (let i = 0; i < labels.data.length; i++) {
    const [y, x] = [Math.floor(i / labels.width), i % labels.width];
    if ((y - y0) ** 2 + (x - x0) ** 2 <= radius ** 2) labels.data[i] = id;
  }
}

/** What a perfect network says of a label map. */
function perfect(labels: LabelImage) {
  const { y, x, ...size } = flowsOfLabels(labels);
  const longer = (values: Float32Array) => values.map((value) => value * FLOW_SCALE);
  const cellprob = Float32Array.from(labels.data, (id) => (id > 0 ? 6 : -6));
  return { flows: { ...size, y: longer(y), x: longer(x) }, cellprob };
}

/** Four discs, the first two touching. */
function field(): LabelImage {
  const labels = labelImage(80, 60);
  disc(labels, 1, 20, 20, 10);
  disc(labels, 2, 20, 39, 9);
  disc(labels, 3, 45, 60, 12);
  disc(labels, 4, 48, 15, 6);
  return labels;
}

describe('masks of flows', () => {
  it('are the objects that the flows were made of, touching ones apart', () => {
    const labels = field();
    const { flows, cellprob } = perfect(labels);
    const masks = fillObjects(masksOfFlows(flows, cellprob), 15);
    expect(masks.data).toEqual(labels.data);
  });

  it('leave out objects whose flows point elsewhere', () => {
    const labels = field();
    const { flows, cellprob } = perfect(labels);
    for (const [i, id] of labels.data.entries()) {
      if (id === 4) flows.y[i] = flows.x[i] * 3;
    }
    const errors = flowErrors(labels, flows);
    expect(errors[3]).toBeGreaterThan(0.4);
    expect(errors[0]).toBeCloseTo(0, 6);
    const kept = new Set(masksOfFlows(flows, cellprob).data);
    const all = masksOfFlows(flows, cellprob, { ...DEFAULT_MASK_OPTIONS, flowThreshold: 0 });
    expect(kept.size).toBeLessThan(new Set(all.data).size);
  });

  it('leave out an object of more than its share of the image', () => {
    const labels = labelImage(40, 40);
    disc(labels, 1, 20, 20, 18);
    const { flows, cellprob } = perfect(labels);
    expect(masksOfFlows(flows, cellprob).data.every((id) => id === 0)).toBe(true);
    const options = { ...DEFAULT_MASK_OPTIONS, maxSizeFraction: 1 };
    expect(new Set(masksOfFlows(flows, cellprob, options).data)).toEqual(new Set([0, 1]));
  });

  it('find thousands of objects', () => {
    const labels = labelImage(512, 512);
    for (let i = 0; i < 1024; i++) {
      disc(labels, i + 1, 8 + 16 * Math.floor(i / 32), 8 + 16 * (i % 32), 6);
    }
    const { flows, cellprob } = perfect(labels);
    const masks = fillObjects(masksOfFlows(flows, cellprob), 15);
    expect(masks.data).toEqual(labels.data);
  });

  it('stay in the image and number without gaps, whatever the flows', () => {
    const side = fc.integer({ min: 1, max: 24 });
    const number = fc.float({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(side, side, fc.array(number, { minLength: 9, maxLength: 9 }), (w, h, cycle) => {
        const values = (offset: number) =>
          Float32Array.from({ length: w * h }, (_, i) => cycle[(i * 7 + offset) % 9]);
        const flows = { width: w, height: h, y: values(0), x: values(3) };
        const { data } = fillObjects(masksOfFlows(flows, values(5)), 3);
        const count = Math.max(...data);
        expect(new Set(data).size).toBe(data.includes(0) ? count + 1 : count);
      }),
      { numRuns: 50 },
    );
  });
});

describe('points in a field', () => {
  it('go with the flow and stop at the edge', () => {
    const flows = {
      width: 8,
      height: 4,
      y: new Float32Array(32).fill(0.25),
      x: new Float32Array(32).fill(-0.5),
    };
    const start = Uint32Array.of(8 + 6);
    for (const interpolated of [true, false]) {
      const after = followFlows(flows, start, 4, interpolated);
      expect([after.y[0], after.x[0]]).toEqual([2, 4]);
      const end = followFlows(flows, start, 200, interpolated);
      expect([end.y[0], end.x[0]]).toEqual([3, 0]);
    }
  });
});

describe('objects', () => {
  it('take what they enclose, and lose what is small', () => {
    const labels = labelImage(30, 20);
    disc(labels, 9, 10, 10, 8);
    disc(labels, 0, 10, 10, 4);
    disc(labels, 5, 10, 10, 2);
    labels.data[29] = 3;
    const { data } = fillObjects(labels, 5);
    const whole = labelImage(30, 20);
    disc(whole, 1, 10, 10, 8);
    expect(data).toEqual(whole.data);
  });
});
