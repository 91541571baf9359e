import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instanceStatistics } from '../instance-statistics.ts';
import { applyOperation } from './apply-operation.ts';
import {
  arbitraryInk,
  arbitraryMode,
  arbitraryOperation,
  arbitraryPainting,
  recorderOn,
} from './arbitrary-painting.ts';
import { paintSegment } from './brush.ts';
import type { CellShapes } from './cell-shapes.ts';
import { copyPainting, type Painting } from './painting.ts';
import type { PixelBox } from './pixel-box.ts';
import { applyDelta } from './stroke-delta.ts';
import { StrokeRecorder } from './stroke-recorder.ts';

const place = fc.double({ min: -10, max: 100, noNaN: true });
const stroke = fc.record({
  kind: fc.constant('stroke' as const),
  points: fc.array(fc.record({ x: place, y: place, pressure: fc.constantFrom(0, 0.4, 1) }), {
    minLength: 1,
    maxLength: 6,
  }),
  brush: fc.record({
    diameter: fc.integer({ min: 1, max: 30 }),
    hardness: fc.constantFrom(0, 0.6, 1),
    ink: arbitraryInk,
    mode: arbitraryMode,
  }),
});
const arbitraryChange = fc.oneof(
  { weight: 1, arbitrary: stroke },
  { weight: 3, arbitrary: arbitraryOperation },
);

type Change = typeof arbitraryChange extends fc.Arbitrary<infer One> ? One : never;

function change(recorder: StrokeRecorder, one: Change) {
  if (one.kind !== 'stroke') return applyOperation(recorder, one).changed;
  one.points.forEach((point, i) => {
    paintSegment(recorder, one.brush, one.points[i - 1] ?? point, point);
  });
  return recorder.takeChanged();
}

function differs(before: Painting, after: Painting, outside: PixelBox | null): boolean {
  return before.labels.some((label, at) => {
    const x = at % before.width;
    const y = Math.floor(at / before.width);
    const isInside =
      outside &&
      x >= outside.x &&
      y >= outside.y &&
      x < outside.x + outside.width &&
      y < outside.y + outside.height;
    return !isInside && (label !== after.labels[at] || before.nuclei[at] !== after.nuclei[at]);
  });
}

function expectShapes(shapes: CellShapes, { width, height, labels }: Painting): void {
  const measured = instanceStatistics({ width, height, data: labels });
  expect(shapes.ids()).toEqual(measured.map(({ id }) => id));
  expect(shapes.count).toBe(measured.length);
  for (const { id, area, box, centroid } of measured) {
    expect(shapes.areaOf(id)).toBe(area);
    expect(Object.values(shapes.boxOf(id) ?? {})).toEqual(box);
    const [x, y] = shapes.centroidOf(id) ?? [];
    expect(x).toBeCloseTo(centroid[0], 6);
    expect(y).toBeCloseTo(centroid[1], 6);
  }
}

describe('any sequence of changes', () => {
  it('is undone step by step to the pixel, and done again', () => {
    fc.assert(
      fc.property(
        arbitraryPainting(),
        fc.array(arbitraryChange, { maxLength: 8 }),
        (original, changes) => {
          const { painting, shapes } = recorderOn(original);
          const states = [copyPainting(painting)];
          const deltas = changes.map((one) => {
            const recorder = new StrokeRecorder(painting, shapes);
            change(recorder, one);
            states.push(copyPainting(painting));
            return recorder.delta();
          });
          for (let i = deltas.length - 1; i >= 0; i--) {
            applyDelta(painting, shapes, deltas[i], 'before');
            expect(painting).toEqual(states[i]);
          }
          expectShapes(shapes, painting);
          deltas.forEach((delta, i) => {
            applyDelta(painting, shapes, delta, 'after');
            expect(painting).toEqual(states[i + 1]);
          });
          expectShapes(shapes, painting);
        },
      ),
    );
  });

  it('says where it changed pixels, keeps nuclei within cells, and knows every cell', () => {
    fc.assert(
      fc.property(arbitraryPainting(), arbitraryChange, (original, one) => {
        const recorder = recorderOn(original);
        const box = change(recorder, one);
        const { painting, shapes } = recorder;
        expect(differs(original, painting, box)).toBe(false);
        expect(painting.nuclei.some((core, at) => core === 1 && painting.labels[at] === 0)).toBe(
          false,
        );
        expectShapes(shapes, painting);
      }),
    );
  });

  it('can be cancelled', () => {
    fc.assert(
      fc.property(arbitraryPainting(), arbitraryChange, (original, one) => {
        const recorder = recorderOn(original);
        change(recorder, one);
        recorder.cancel();
        expect(recorder.painting).toEqual(original);
      }),
    );
  });
});

/** Ids of cells that lost pixels. */
function taken(before: Painting, after: Painting): number[] {
  const lost = before.labels.filter((id, at) => id !== 0 && after.labels[at] !== id);
  return [...new Set(lost)];
}

describe('write modes', () => {
  const painting = fc.tuple(arbitraryPainting(), stroke);

  it('but overwriting never take a pixel of another cell', () => {
    const mode = fc.constantFrom('keep-others' as const, 'exclude' as const);
    fc.assert(
      fc.property(
        painting,
        mode,
        fc.integer({ min: 1, max: 12 }),
        ([original, one], how, label) => {
          const recorder = recorderOn(original);
          const brush = { ...one.brush, ink: { kind: 'cell' as const, label }, mode: how };
          change(recorder, { ...one, brush });
          expect(taken(original, recorder.painting)).toEqual([]);
        },
      ),
    );
  });

  it('that exclude never make cells touch', () => {
    fc.assert(
      fc.property(painting, fc.integer({ min: 1, max: 12 }), ([original, one], label) => {
        const recorder = recorderOn(original);
        const ink = { kind: 'cell' as const, label };
        change(recorder, { ...one, brush: { ...one.brush, ink, mode: 'exclude' } });
        const { width, height, labels } = recorder.painting;
        const beside = new Set<number>();
        labels.forEach((now, at) => {
          if (now !== label || original.labels[at] === label) return;
          const x = at % width;
          const y = (at - x) / width;
          for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
            for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
              beside.add(labels[ny * width + nx]);
            }
          }
        });
        expect([...beside].filter((id) => id !== 0 && id !== label)).toEqual([]);
      }),
    );
  });

  it('of an eraser for one cell leave the others', () => {
    fc.assert(
      fc.property(painting, fc.integer({ min: 1, max: 12 }), ([original, one], only) => {
        const recorder = recorderOn(original);
        change(recorder, { ...one, brush: { ...one.brush, ink: { kind: 'erase', only } } });
        expect(taken(original, recorder.painting).every((id) => id === only)).toBe(true);
      }),
    );
  });
});

describe('operations on cells', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
  const foreground = ({ labels }: Painting) => Array.from(labels, (id) => (id === 0 ? 0 : 1));

  it('cut and merge back to the same pixels', () => {
    const points = fc.array(fc.record({ x: place, y: place }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(arbitraryPainting(), points, (original, line) => {
        const recorder = recorderOn(original);
        const { cameFrom } = applyOperation(recorder, {
          kind: 'cut-cells',
          ids: null,
          points: line,
        });
        expect(foreground(recorder.painting)).toEqual(foreground(original));
        for (const [part, from] of cameFrom) {
          applyOperation(recorder, { kind: 'merge-cells', ids: [from, part] });
        }
        expect(recorder.painting).toEqual(original);
      }),
    );
  });

  it('split and separate only give pixels new ids', () => {
    const kind = fc.constantFrom('split-cells' as const, 'separate-pieces' as const);
    fc.assert(
      fc.property(arbitraryPainting(), kind, ids, (original, how, some) => {
        const recorder = recorderOn(original);
        const { cameFrom } = applyOperation(recorder, { kind: how, ids: some });
        const back = recorder.painting.labels.map((id) => cameFrom.get(id) ?? id);
        expect(back).toEqual(original.labels);
        expect(recorder.painting.nuclei).toEqual(original.nuclei);
      }),
    );
  });

  it('move there and back where there is room', () => {
    const by = fc.integer({ min: -20, max: 20 });
    fc.assert(
      fc.property(arbitraryPainting(40), by, by, (original, dx, dy) => {
        const room = paddedBy(original, 20);
        const recorder = recorderOn(room);
        const all = recorder.shapes.ids();
        const move = (x: number, y: number) =>
          applyOperation(recorder, {
            kind: 'place-cells',
            ids: all,
            placement: { dx: x, dy: y, degrees: 0, scale: 1 },
            mode: 'overwrite',
          });
        move(dx, dy);
        if (all.length > 0 && (dx !== 0 || dy !== 0)) expect(recorder.painting).not.toEqual(room);
        move(-dx, -dy);
        expect(recorder.painting).toEqual(room);
      }),
    );
  });

  it('duplicate under free ids, nuclei with them', () => {
    fc.assert(
      fc.property(arbitraryPainting(40), (original) => {
        const room = paddedBy(original, 20);
        const recorder = recorderOn(room);
        const before = recorder.shapes.ids();
        const { cameFrom, selection } = applyOperation(recorder, {
          kind: 'duplicate-cells',
          ids: before,
          dx: 20,
          dy: 0,
          mode: 'keep-others',
        });
        for (const id of selection) expect(before).not.toContain(id);
        for (const [id, from] of cameFrom) {
          expect(recorder.shapes.areaOf(id)).toBeLessThanOrEqual(recorder.shapes.areaOf(from));
        }
      }),
    );
  });

  it('grow and shrink by a distance, others untouched', () => {
    fc.assert(
      fc.property(arbitraryPainting(), ids, fc.integer({ min: 1, max: 5 }), (original, some, n) => {
        const recorder = recorderOn(original);
        applyOperation(recorder, { kind: 'grow-cells', ids: some, pixels: n, mode: 'keep-others' });
        expect(taken(original, recorder.painting)).toEqual([]);
        const shrunk = recorderOn(original);
        applyOperation(shrunk, { kind: 'grow-cells', ids: some, pixels: -n, mode: 'keep-others' });
        expect(taken(original, shrunk.painting).every((id) => some.includes(id))).toBe(true);
        expect(
          shrunk.painting.labels.every((id, at) => id === 0 || id === original.labels[at]),
        ).toBe(true);
      }),
    );
  });

  it('number cells from 1 in raster order', () => {
    fc.assert(
      fc.property(arbitraryPainting(), (original) => {
        const recorder = recorderOn(original);
        applyOperation(recorder, { kind: 'renumber' });
        const ids = recorder.shapes.ids();
        expect(ids).toEqual(ids.map((_, i) => i + 1));
        expect(foreground(recorder.painting)).toEqual(foreground(original));
        expect(recorder.painting.nuclei).toEqual(original.nuclei);
      }),
    );
  });
});

function paddedBy(painting: Painting, margin: number): Painting {
  const width = painting.width + 2 * margin;
  const height = painting.height + 2 * margin;
  const labels = new Uint16Array(width * height);
  const nuclei = new Uint8Array(width * height);
  painting.labels.forEach((label, at) => {
    const x = (at % painting.width) + margin;
    const y = Math.floor(at / painting.width) + margin;
    labels[y * width + x] = label;
    nuclei[y * width + x] = painting.nuclei[at];
  });
  return { width, height, labels, nuclei };
}
