import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawAugmentation } from './augment.ts';
import { runOn } from './fixtures/run-on.ts';
import { setOf } from './fixtures/set-of.ts';
import { DEFAULT_STEPS } from './tool-step.ts';

const step = DEFAULT_STEPS.augment;

function disc(side: number, level: number) {
  const data = Uint8Array.from({ length: side * side }, (_, i) =>
    Math.hypot((i % side) - side / 3, Math.floor(i / side) - side / 2) < side / 4 ? level : 0,
  );
  return { width: side, height: side, channels: 1 as const, data };
}

describe('drawAugmentation', () => {
  it('stays in its ranges, reaches their ends, and depends on seed, key and copy alone', () => {
    const draws = Array.from({ length: 2000 }, (_, copy) => drawAugmentation(step, 'a', copy));
    const least = (values: number[]) => Math.min(...values);
    const most = (values: number[]) => Math.max(...values);
    const degrees = draws.map((drawn) => drawn.degrees);
    expect([least(degrees), most(degrees)]).toEqual([-10, 9]);
    const offsets = draws.map(({ offset }) => offset);
    expect([least(offsets), most(offsets)]).toEqual([-20, 19]);
    expect(draws.every(({ gain }) => gain >= 0.9 && gain < 1.1)).toBe(true);
    const flipped = draws.filter(({ flipHorizontal }) => flipHorizontal).length;
    expect(Math.abs(flipped - 1000)).toBeLessThan(100);
    expect(drawAugmentation(step, 'a', 7)).toEqual(draws[7]);
    expect(drawAugmentation({ ...step, seed: 1 }, 'a', 7)).not.toEqual(draws[7]);
    expect(drawAugmentation(step, 'b', 7)).not.toEqual(draws[7]);
  });

  it('keeps to any range', () => {
    const ends = fc.tuple(fc.integer({ min: -90, max: 90 }), fc.nat(90));
    fc.assert(
      fc.property(ends, fc.nat(1000), ([from, by], copy) => {
        const { degrees } = drawAugmentation({ ...step, rotation: [from, from + by] }, 'k', copy);
        expect(degrees).toBeGreaterThanOrEqual(from);
        expect(degrees).toBeLessThanOrEqual(from + by);
      }),
    );
  });
});

describe('augmented pairs', () => {
  const set = () => setOf({ 'train_A/x.png': disc(24, 76), 'train_B/x.png': disc(24, 180) });

  it('are named by stem and number, turn alike, and masks get no new levels', async () => {
    const { names, levels, report } = await runOn({ ...step, offset: [5, 5] }, set());
    expect(names.sort()).toEqual(
      ['A', 'B'].flatMap((side) =>
        Array.from({ length: 10 }, (_, i) => `train_${side}/x_${i}.png`),
      ),
    );
    for (let copy = 0; copy < 10; copy++) {
      const mask = levels(`train_A/x_${copy}.png`);
      const image = levels(`train_B/x_${copy}.png`);
      expect(new Set(mask)).toEqual(new Set([0, 76]));
      const { gain, offset } = (report.files[0].notes ?? [])[copy] as Record<
        'gain' | 'offset',
        number
      >;
      expect(offset).toBe(5);
      const cell = Math.round(180 * gain + offset);
      // Inside and outside agree but for the rim, where the image is interpolated.
      const differing = mask.filter((level, i) => (level ? cell : 5) !== image[i]).length;
      expect(differing).toBeLessThan(0.2 * mask.length);
      expect(image.filter((level) => level === cell).length).toBeGreaterThan(50);
    }
  });

  it('are the same for the same seed, byte for byte', async () => {
    const [first, again, other] = await Promise.all([
      runOn({ ...step, copies: 2 }, set()),
      runOn({ ...step, copies: 2 }, set()),
      runOn({ ...step, copies: 2, seed: 5 }, set()),
    ]);
    const bytes = (run: typeof first) => run.names.map((name) => [...run.bytes(name)]);
    expect(bytes(again)).toEqual(bytes(first));
    expect(bytes(other)).not.toEqual(bytes(first));
  });

  it('are refused by name when their sizes differ', async () => {
    const uneven = setOf({
      'images/a.png': disc(8, 1),
      'masks/a.png': disc(9, 1),
      'images/b.png': disc(8, 1),
    });
    const { report } = await runOn({ ...step, copies: 1 }, uneven);
    expect(report.skipped).toMatchObject([{ from: ['masks/a.png'], found: '9 × 9' }]);
    expect(report.files.map(({ from }) => from)).toEqual([['images/b.png']]);
  });
});
