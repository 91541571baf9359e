import { expect, it } from 'vitest';
import { createTimeLeft } from './time-left.ts';

it('estimates by the median of the last steps', () => {
  let time = 0;
  const timeLeft = createTimeLeft(() => time);
  expect(timeLeft.secondsFor(10)).toBeNull();
  for (const duration of [100, 100, 9000, 100, 100]) {
    time += duration;
    timeLeft.step();
  }
  expect(timeLeft.secondsFor(10)).toBe(1);
  for (let step = 0; step < 15; step++) {
    time += 500;
    timeLeft.step();
  }
  expect(timeLeft.secondsFor(10)).toBe(5);
});
