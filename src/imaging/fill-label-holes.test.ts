import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryMask } from './arbitrary-mask.ts';
import { draw, readLabels } from './ascii-mask.ts';
import { fillHoles } from './fill-holes.ts';
import { fillLabelHoles } from './fill-label-holes.ts';
import { numberComponents } from './number-components.ts';

function filled(art: string, largestArea?: number): string[] {
  const { width, height, data } = readLabels(art);
  const labels = fillLabelHoles(Int32Array.from(data), width, height, largestArea);
  return draw({ width, height, data: Uint16Array.from(labels) });
}

it('fills a hole with the label around it', () => {
  expect(filled('......\n.222..\n.2.2..\n.222..\n......')[2]).toBe('.222..');
});

it('leaves what two objects enclose together, and what opens to the edge', () => {
  const shared = ['.......', '.11122.', '.1...2.', '.11122.', '.......'];
  expect(filled(shared.join('\n'))).toEqual(shared);
  const open = ['.111.', '.1.1.', '.1.1.'];
  expect(filled(open.join('\n'))).toEqual(open);
});

it('does not take a diagonal gap for an opening', () => {
  expect(filled('.....\n.11..\n.1.1.\n..11.\n.....')[2]).toBe('.111.');
});

it('makes an object in a hole part of the object around it', () => {
  const art = '.......\n.11111.\n.1...1.\n.1.2.1.\n.1...1.\n.11111.\n.......';
  expect(filled(art)[3]).toBe('.11111.');
});

it('makes an object whole within another part of it', () => {
  expect(filled('.....\n.111.\n.121.\n.111.\n.....')[2]).toBe('.111.');
});

it('leaves holes of the largest area and more', () => {
  const art = '......\n.1111.\n.1..1.\n.1111.\n......';
  expect(filled(art, 2)[2]).toBe('.1..1.');
  expect(filled(art, 3)[2]).toBe('.1111.');
});

it('fills masks as SciPy fills holes, but for objects in holes', () => {
  fc.assert(
    fc.property(arbitraryMask(16), (mask) => {
      const { width, height, data } = mask;
      const one = Int32Array.from(data, (pixel) => (pixel ? 1 : 0));
      const labels = fillLabelHoles(one, width, height);
      const expected = fillHoles(mask).data;
      expect([...labels].every((label, i) => label > 0 === expected[i] > 0)).toBe(true);
    }),
  );
});

it('never takes a pixel from an object without swallowing it whole', () => {
  fc.assert(
    fc.property(arbitraryMask(16), ({ width, height, data }) => {
      const { labels, count } = numberComponents(data, width, height, 8);
      const result = fillLabelHoles(labels, width, height);
      for (let label = 1; label <= count; label++) {
        const becomes = new Set([...result].filter((_, i) => labels[i] === label));
        expect(becomes.size).toBe(1);
        expect(becomes.has(0)).toBe(false);
      }
    }),
  );
});
