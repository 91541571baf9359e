import { describe, expect, it } from 'vitest';
import { draw, readLabels } from '../ascii-mask.ts';
import { recorderOn } from './arbitrary-painting.ts';
import { type Brush, paintSegment } from './brush.ts';
import { paintingOf } from './painting.ts';

const brush: Brush = {
  diameter: 5,
  hardness: 1,
  ink: { kind: 'cell', label: 1 },
  mode: 'overwrite',
};

function drawn(art: string, from: [number, number], to: [number, number], change: Partial<Brush>) {
  const recorder = recorderOn(paintingOf(readLabels(art), null));
  const [a, b] = [from, to].map(([x, y]) => ({ x, y }));
  paintSegment(recorder, { ...brush, ...change }, a, b);
  const { width, height, labels } = recorder.painting;
  return draw({ width, height, data: labels });
}

const EMPTY = `
  .......
  .......
  .......
  .......
  .......
`;

describe('a brush', () => {
  it('stamps a disc', () => {
    expect(drawn(EMPTY, [3.5, 2.5], [3.5, 2.5], {})).toEqual([
      '..111..',
      '.11111.',
      '.11111.',
      '.11111.',
      '..111..',
    ]);
  });

  it('of one pixel dabs the pixel it is in, wherever in it', () => {
    for (const at of [2.01, 2.5, 2.99]) {
      const rows = drawn(EMPTY, [at, at], [at, at], { diameter: 1 });
      expect(rows.join('')).toBe(`${'.'.repeat(16)}1${'.'.repeat(18)}`);
    }
  });

  it('of one pixel leaves no gap between far points', () => {
    const rows = drawn(EMPTY, [0.2, 0.4], [6.8, 4.6], { diameter: 1 });
    expect(rows.every((row) => row.includes('1'))).toBe(true);
    for (let x = 0; x < 7; x++) expect(rows.some((row) => row[x] === '1')).toBe(true);
  });

  it('that erases takes a dot away at one click', () => {
    const rows = drawn('.... \n .2.. \n ....', [1.7, 1.2], [1.7, 1.2], {
      diameter: 1,
      ink: { kind: 'erase', only: null },
    });
    expect(rows).toEqual(['....', '....', '....']);
  });

  it('of pressure 0 is one pixel wide', () => {
    const recorder = recorderOn(paintingOf(readLabels(EMPTY), null));
    const point = { x: 3.5, y: 2.5, pressure: 0 };
    paintSegment(recorder, brush, point, point);
    expect(recorder.shapes.areaOf(1)).toBe(1);
  });

  it('closes a notch with its soft rim, and leaves a straight edge', () => {
    const art = `
      1111.11
      1111111
      1111111
      .......
      .......
    `;
    const rows = drawn(art, [4.5, 1.5], [4.5, 1.5], { diameter: 5, hardness: 0.2 });
    expect(rows).toEqual(['1111111', '1111111', '1111111', '.......', '.......']);
    expect(drawn(art, [4.5, 1.5], [4.5, 1.5], { diameter: 5 })[3]).not.toBe('.......');
  });
});
