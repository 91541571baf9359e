import { describe, expect, it } from 'vitest';
import type { LabelImage } from '../image.ts';
import { flowsOfLabels, flowsOfLabelsTogether } from './flows-of-labels.ts';
import { objectCentre } from './object-centre.ts';
import { objectPixels } from './object-pixels.ts';

const [WIDTH, HEIGHT] = [44, 40];

function labelsWhere(idOf: (y: number, x: number) => number): LabelImage {
  const data = Uint16Array.from({ length: WIDTH * HEIGHT }, (_, i) =>
    idOf(Math.floor(i / WIDTH), i % WIDTH),
  );
  return { width: WIDTH, height: HEIGHT, data };
}

/** A disc and an ellipse, of which Cellpose's own code gave the numbers below. */
const pair = labelsWhere((y, x) => {
  if ((y - 14) ** 2 + (x - 14) ** 2 <= 81) return 1;
  return ((y - 24) / 6) ** 2 + ((x - 30) / 9) ** 2 <= 1 ? 2 : 0;
});

describe('the flows of a label map', () => {
  it('are those of Cellpose 3', () => {
    const { y, x } = flowsOfLabels(pair);
    const at = (row: number, column: number) => [y[row * WIDTH + column], x[row * WIDTH + column]];
    const sum = y.reduce((all, value, i) => all + Math.abs(value) + Math.abs(x[i]), 0);
    expect(sum).toBeCloseTo(519.2339, 3);
    for (const [place, vector] of [
      [
        [10, 8],
        [0.55491, 0.83191],
      ],
      [
        [20, 35],
        [0.85074, -0.52559],
      ],
      [
        [27, 24],
        [-0.62086, 0.78393],
      ],
    ]) {
      const [dy, dx] = at(place[0], place[1]);
      expect(dy).toBeCloseTo(vector[0], 5);
      expect(dx).toBeCloseTo(vector[1], 5);
    }
  });

  it('lead to the centres', () => {
    const objects = objectPixels(pair);
    const centres = [1, 2].map((id) => objectCentre(objects.of(id), WIDTH));
    expect(centres).toEqual([14 * WIDTH + 14, 24 * WIDTH + 30]);
  });

  it('differ at a rim that touches another object when they are made together', () => {
    const halves = labelsWhere((y, x) =>
      y < 10 || y > 25 || x < 8 || x > 30 ? 0 : x < 16 ? 1 : 2,
    );
    const alone = flowsOfLabels(halves);
    const together = flowsOfLabelsTogether(halves);
    const apart = (column: number) =>
      Math.max(
        ...Array.from({ length: 16 }, (_, row) => (10 + row) * WIDTH + column).map((i) =>
          Math.abs(alone.x[i] - together.x[i]),
        ),
      );
    expect(apart(15)).toBeGreaterThan(0.2);
    expect(apart(30)).toBeLessThan(0.02);
  });

  it('are nothing in the background, for no objects, and for a single pixel', () => {
    const { y, x } = flowsOfLabels(pair);
    expect(pair.data.every((id, i) => id > 0 || (y[i] === 0 && x[i] === 0))).toBe(true);
    const dot = flowsOfLabels(labelsWhere((y, x) => (y === 3 && x === 5 ? 7 : 0)));
    expect(dot.y.every((value) => value === 0)).toBe(true);
    const none = flowsOfLabels(labelsWhere(() => 0));
    expect(none.x.every((value) => value === 0)).toBe(true);
  });
});
