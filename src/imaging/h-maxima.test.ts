import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskOffsets } from './disk-offsets.ts';
import { hMaxima } from './h-maxima.ts';
import { reconstructByDilation } from './reconstruct-by-dilation.ts';

const WIDTH = 7;
const map = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: 5 * WIDTH, maxLength: 5 * WIDTH })
  .map((levels) => Float32Array.from(levels, (level) => level / 20));

/** Dilates under the mask until nothing changes: the definition. */
function reconstructSlowly(seed: Float32Array, mask: Float32Array): Float32Array {
  const { dx, dy } = diskOffsets(2);
  let result = seed;
  for (;;) {
    const next = result.map((value, i) => {
      const x = i % WIDTH;
      const y = Math.floor(i / WIDTH);
      let highest = value;
      for (let k = 0; k < dx.length; k++) {
        const [nx, ny] = [x + dx[k], y + dy[k]];
        if (nx < 0 || ny < 0 || nx >= WIDTH || ny >= 5) continue;
        highest = Math.max(highest, result[ny * WIDTH + nx]);
      }
      return Math.min(highest, mask[i]);
    });
    if (next.every((value, i) => value === result[i])) return next;
    result = next;
  }
}

describe('reconstructByDilation', () => {
  it('gives what dilating until nothing changes gives', () => {
    fc.assert(
      fc.property(map, map, (mask, other) => {
        const seed = mask.map((value, i) => Math.min(value, other[i]));
        expect(reconstructByDilation(seed, mask, WIDTH, diskOffsets(2))).toEqual(
          reconstructSlowly(seed, mask),
        );
      }),
    );
  });
});

describe('hMaxima', () => {
  const line = Float32Array.of(0, 0.5, 0.45, 0.5, 0, 0, 1, 0, 0, 0.06, 0);

  it('takes two peaks with a shallow pass for one, and drops low ones', () => {
    const marked = hMaxima(line, line.length, 0.1, 1);
    expect(Array.from(marked)).toEqual([0, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0]);
    expect(Array.from(hMaxima(line, line.length, 0.04, 1))).toEqual([
      0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0,
    ]);
  });

  it('has none where values span less than h', () => {
    expect(hMaxima(new Float32Array(9).fill(0.3), 3, 0.1, 2)).toEqual(new Uint8Array(9));
  });
});
