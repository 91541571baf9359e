import { expect, it } from 'vitest';
import { frameOf, handleAt, transformByHandle, UNMOVED } from './selection-frame.ts';

const box = { x: 10, y: 20, width: 20, height: 10 };
const frame = frameOf(box, { scale: 4, left: 100, top: 0 });

it('has handles where the panel shows its corners, and a knob above', () => {
  expect(handleAt(frame, { x: 140, y: 80 })).toBe('nw');
  expect(handleAt(frame, { x: 224, y: 123 })).toBe('se');
  expect(handleAt(frame, { x: 180, y: 58 })).toBe('turn');
  expect(handleAt(frame, { x: 180, y: 100 })).toBeNull();
});

it('scales by how far the corner goes from the middle', () => {
  const scaled = transformByHandle(box, 'se', { x: 30, y: 30 }, { x: 40, y: 35 }, false);
  expect(scaled).toEqual({ ...UNMOVED, scale: 2 });
});

it('turns about the middle, in steps when asked to', () => {
  const up = { x: 20, y: 15 };
  const turned = transformByHandle(box, 'turn', up, { x: 30, y: 25 }, false);
  expect(turned.degrees).toBeCloseTo(90, 9);
  expect(transformByHandle(box, 'turn', up, { x: 28, y: 16 }, true).degrees % 15).toBe(0);
});
