import { describe, expect, it } from 'vitest';
import { fillObjectHoles } from './fill-object-holes.ts';

const labelsOf = (rows: string[]) =>
  Int32Array.from(rows.join(''), (digit) => (digit === '.' ? 0 : Number(digit)));

describe('fillObjectHoles', () => {
  it('fills small holes and leaves large ones', () => {
    const rows = ['1111111', '1.11..1', '1111..1', '1111111'];
    const filled = fillObjectHoles(labelsOf(rows), 7, 4);
    expect(Array.from(filled)).toEqual(
      Array.from(labelsOf(['1111111', '1111..1', '1111..1', '1111111'])),
    );
    expect(fillObjectHoles(labelsOf(rows), 7, 5).includes(0)).toBe(false);
  });

  it('leaves an object without holes as it is, open bays and corners too', () => {
    const rows = ['.111.', '11.11', '11.11', '.1.1.'];
    expect(fillObjectHoles(labelsOf(rows), 5, 15)).toEqual(labelsOf(rows));
  });
});
