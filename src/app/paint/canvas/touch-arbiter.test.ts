import { expect, it } from 'vitest';
import { createTouchArbiter } from './touch-arbiter.ts';

it('makes two fingers a pinch, and one none', () => {
  const touches = createTouchArbiter();
  expect(touches.down(1, 100, 100)).toBe(1);
  expect(touches.move(1, 110, 100)).toBeNull();
  expect(touches.down(2, 210, 100)).toBe(2);
  expect(touches.move(2, 310, 100)).toEqual({
    factor: 2,
    middle: { x: 210, y: 100 },
    dx: 50,
    dy: 0,
  });
  touches.up(1);
  expect(touches.move(2, 320, 100)).toBeNull();
});

it('remembers a pen', () => {
  const touches = createTouchArbiter();
  expect(touches.penSeen()).toBe(false);
  touches.seePen();
  expect(touches.penSeen()).toBe(true);
});
