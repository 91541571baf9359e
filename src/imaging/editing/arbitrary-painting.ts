import fc from 'fast-check';
import { CellShapes } from './cell-shapes.ts';
import type { PaintOperation } from './operation.ts';
import { blankPainting, copyPainting, type Painting } from './painting.ts';
import { StrokeRecorder } from './stroke-recorder.ts';
import type { Ink, WriteMode } from './write-ink.ts';

/** For tests: paintings of any size with a few cells of any shape, some with nuclei. */
export function arbitraryPainting(largestSide = 90): fc.Arbitrary<Painting> {
  const side = fc.integer({ min: 1, max: largestSide });
  const disc = fc.record({
    id: fc.integer({ min: 1, max: 9 }),
    x: fc.integer({ min: -5, max: largestSide }),
    y: fc.integer({ min: -5, max: largestSide }),
    radius: fc.integer({ min: 1, max: 15 }),
    hollow: fc.integer({ min: 0, max: 8 }),
    hasNucleus: fc.boolean(),
  });
  return fc.tuple(side, side, fc.array(disc, { maxLength: 8 })).map(([width, height, discs]) => {
    const painting = blankPainting(width, height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (const { id, radius, hollow, hasNucleus, ...middle } of discs) {
          const distance = Math.hypot(x - middle.x, y - middle.y);
          if (distance > radius || (distance < hollow && !hasNucleus)) continue;
          painting.labels[y * width + x] = id;
          painting.nuclei[y * width + x] = hasNucleus && distance < hollow ? 1 : 0;
        }
      }
    }
    return painting;
  });
}

export const arbitraryMode: fc.Arbitrary<WriteMode> = fc.constantFrom(
  'overwrite',
  'keep-others',
  'exclude',
);

const label = fc.integer({ min: 1, max: 12 });
const only = fc.option(label);

export const arbitraryInk: fc.Arbitrary<Ink> = fc.oneof(
  fc.record({ kind: fc.constant('cell' as const), label }),
  fc.record({
    kind: fc.constantFrom('erase' as const, 'nucleus' as const, 'erase-nucleus' as const),
    only,
  }),
);

const place = fc.double({ min: -10, max: 100, noNaN: true });
const point = fc.record({ x: place, y: place });
const whole = fc.integer({ min: -60, max: 60 });
const size = fc.integer({ min: 1, max: 60 });
const box = fc.record({ x: whole, y: whole, width: size, height: size });
const ids = fc.uniqueArray(label, { maxLength: 5 });

const clip = fc.tuple(box, fc.infiniteStream(fc.integer({ min: 0, max: 3 }))).map(([at, some]) => {
  const labels = new Uint16Array(at.width * at.height);
  for (let i = 0; i < labels.length; i++) labels[i] = some.next().value ?? 0;
  return { box: at, labels, nuclei: Uint8Array.from(labels, (id) => id % 2), styles: {} };
});

/** Any operation but `replace`, which needs a painting of the same size. */
export const arbitraryOperation: fc.Arbitrary<PaintOperation> = fc.oneof(
  fc.record({
    kind: fc.constant('fill-polygon' as const),
    points: fc.array(point, { maxLength: 7 }),
    ink: arbitraryInk,
    mode: arbitraryMode,
  }),
  fc.record({
    kind: fc.constantFrom('fill-rectangle' as const, 'fill-ellipse' as const),
    box,
    ink: arbitraryInk,
    mode: arbitraryMode,
  }),
  fc.record({
    kind: fc.constant('flood-fill' as const),
    x: place,
    y: place,
    ink: arbitraryInk,
    mode: arbitraryMode,
  }),
  fc.record({
    kind: fc.constant('place-cells' as const),
    ids,
    placement: fc.record({
      dx: whole,
      dy: whole,
      degrees: fc.integer({ min: -360, max: 360 }),
      scale: fc.constantFrom(0.5, 1, 1.7),
    }),
    mode: arbitraryMode,
  }),
  fc.record({
    kind: fc.constant('duplicate-cells' as const),
    ids,
    dx: whole,
    dy: whole,
    mode: arbitraryMode,
  }),
  fc.record({
    kind: fc.constant('paste-cells' as const),
    clip,
    x: whole,
    y: whole,
    mode: arbitraryMode,
  }),
  fc.record({
    kind: fc.constant('cut-cells' as const),
    ids: fc.option(ids),
    points: fc.array(point, { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('grow-cells' as const),
    ids,
    pixels: fc.integer({ min: -5, max: 5 }),
    mode: arbitraryMode,
  }),
  fc.record({
    kind: fc.constant('smooth-cells' as const),
    ids,
    radius: fc.constantFrom(0.5, 1, 3),
    mode: arbitraryMode,
  }),
  fc.record({
    kind: fc.constant('nuclei-from-cells' as const),
    ids,
    pixels: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({
    kind: fc.constantFrom(
      'delete-cells' as const,
      'merge-cells' as const,
      'split-cells' as const,
      'fill-holes' as const,
      'holes-to-nuclei' as const,
      'delete-nuclei' as const,
      'separate-pieces' as const,
    ),
    ids,
  }),
  fc.record({ kind: fc.constant('delete-small' as const), area: size }),
  fc.record({ kind: fc.constant('relabel-cell' as const), id: label, to: label }),
  fc.record({ kind: fc.constantFrom('renumber' as const, 'clear' as const) }),
);

/** For tests: a recorder on a copy. */
export function recorderOn(painting: Painting): StrokeRecorder {
  const copy = copyPainting(painting);
  return new StrokeRecorder(copy, new CellShapes(copy));
}
