import { describe, expect, it } from 'vitest';
import { draw, readLabels } from '../ascii-mask.ts';
import { applyOperation } from './apply-operation.ts';
import { recorderOn } from './arbitrary-painting.ts';
import { clipCells } from './cell-clip.ts';
import type { PaintOperation } from './operation.ts';
import { blankPainting, paintingOf } from './painting.ts';

function done(art: string, ...operations: PaintOperation[]) {
  const recorder = recorderOn(paintingOf(readLabels(art), null));
  const results = operations.map((one) => applyOperation(recorder, one));
  const { width, height, labels, nuclei } = recorder.painting;
  return {
    rows: draw({ width, height, data: labels }),
    nuclei: draw({ width, height, channels: 1, data: nuclei }),
    result: results[results.length - 1],
  };
}

const RING = `
  .....22
  .111.22
  .1.1...
  .111...
  .......
`;

describe('an operation', () => {
  it('fills a hole by a click, but not what is outside', () => {
    const ink = { kind: 'cell' as const, label: 1 };
    const { rows } = done(RING, { kind: 'flood-fill', x: 2.4, y: 2.6, ink, mode: 'keep-others' });
    expect(rows).toEqual(['.....22', '.111.22', '.111...', '.111...', '.......']);
  });

  it('makes the holes of rings the nuclei of their cells', () => {
    const { rows, nuclei } = done(RING, { kind: 'holes-to-nuclei', ids: [1, 2] });
    expect(rows[2]).toBe('.111...');
    expect(nuclei).toEqual(['.......', '.......', '..#....', '.......', '.......']);
  });

  it('fills a polygon by the even-odd rule at the middle of pixels', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 3.4, y: 0 },
      { x: 3.4, y: 3.6 },
      { x: 0, y: 3.6 },
    ];
    const ink = { kind: 'cell' as const, label: 3 };
    const { rows } = done('.....\n.....\n.....\n.....', {
      kind: 'fill-polygon',
      points,
      ink,
      mode: 'overwrite',
    });
    expect(rows).toEqual(['333..', '333..', '333..', '333..']);
  });

  it('turns a cell by a right angle around its middle', () => {
    const { rows } = done('.....\n.111.\n.....\n.....\n.....', {
      kind: 'place-cells',
      ids: [1],
      placement: { dx: 0, dy: 0, degrees: 90, scale: 1 },
      mode: 'overwrite',
    });
    expect(rows).toEqual(['..1..', '..1..', '..1..', '.....', '.....']);
  });

  it('loses what is moved out of the map, and the rest of the map stays', () => {
    const { rows, result } = done(RING, {
      kind: 'place-cells',
      ids: [1],
      placement: { dx: -2, dy: 0, degrees: 0, scale: 1 },
      mode: 'overwrite',
    });
    expect(rows).toEqual(['.....22', '11...22', '.1.....', '11.....', '.......']);
    expect(result.selection).toEqual([1]);
  });

  it('scales a cell to twice its size', () => {
    const { rows } = done('......\n......\n..11..\n..11..\n......\n......', {
      kind: 'place-cells',
      ids: [1],
      placement: { dx: 0, dy: 0, degrees: 0, scale: 2 },
      mode: 'overwrite',
    });
    expect(rows).toEqual(['......', '.1111.', '.1111.', '.1111.', '.1111.', '......']);
  });

  it('pastes into a painting of another size under free ids', () => {
    const source = paintingOf(readLabels(RING), null);
    const clip = { ...clipCells(source, { x: 1, y: 0, width: 6, height: 4 }, [1, 2]), styles: {} };
    const recorder = recorderOn(blankPainting(4, 4));
    const { cameFrom } = applyOperation(recorder, {
      kind: 'paste-cells',
      clip,
      x: -2,
      y: 0,
      mode: 'overwrite',
    });
    const { width, height, labels } = recorder.painting;
    expect(draw({ width, height, data: labels })).toEqual(['..11', '2.11', '2...', '2...']);
    expect([...cameFrom]).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('cuts what a line crosses, and the larger part keeps the id', () => {
    const { rows, result } = done('11111\n11111\n.....\n22222', {
      kind: 'cut-cells',
      ids: null,
      points: [
        { x: 1.5, y: -1 },
        { x: 1.5, y: 2.5 },
      ],
    });
    expect(rows).toEqual(['33111', '33111', '.....', '22222']);
    expect(result.selection).toEqual([1, 3]);
  });

  it('does not cut where the line ends inside', () => {
    const points = [
      { x: 1.5, y: -1 },
      { x: 1.5, y: 0.5 },
    ];
    const { rows, result } = done('11111\n11111\n11111', { kind: 'cut-cells', ids: null, points });
    expect(rows).toEqual(['11111', '11111', '11111']);
    expect(result.changed).toBeNull();
  });

  it('grows cells towards each other evenly', () => {
    const { rows } = done('1....2\n1....2', {
      kind: 'grow-cells',
      ids: [1, 2],
      pixels: 4,
      mode: 'keep-others',
    });
    expect(rows).toEqual(['111222', '111222']);
  });

  it('says that no id is free', () => {
    const labels = Uint16Array.from({ length: 65_536 }, (_, at) => at);
    const recorder = recorderOn(paintingOf({ width: 256, height: 256, data: labels }, null));
    const operation: PaintOperation = {
      kind: 'duplicate-cells',
      ids: [1],
      dx: 2,
      dy: 2,
      mode: 'overwrite',
    };
    expect(recorder.shapes.nextId()).toBeNull();
    expect(() => applyOperation(recorder, operation)).toThrow(/no free id/);
    applyOperation(recorder, { kind: 'delete-cells', ids: [77] });
    applyOperation(recorder, operation);
    expect(recorder.painting.labels[2 * 256 + 3]).toBe(77);
  });
});
