import { expect, it } from 'vitest';
import { spotTable } from './spot-table.ts';

it('writes thousandths of a pixel, without zeros at the end', () => {
  const spots = [
    { x: 1.23456, y: -0.25, radius: 2, intensity: 200.5, cell: 3 },
    { x: -0.0001, y: 1e-9, radius: 1 / 3, intensity: 0, cell: 0 },
  ];
  expect(spotTable(spots)).toBe(
    'x,y,radius,intensity,cell\n1.235,-0.25,2,200.5,3\n0,0,0.333,0,0\n',
  );
});

it('names the columns of no spots', () => {
  expect(spotTable([])).toBe('x,y,radius,intensity,cell\n');
});
