import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PixelQueue } from './pixel-queue.ts';

it('gives entries back by value and then by tie-breaker', () => {
  const entry = fc.record({ value: fc.nat(5), tie: fc.nat(5) });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
      const queue = new PixelQueue();
      entries.forEach(({ value, tie }, i) => {
        queue.push(value, tie, i, -i);
      });
      const taken: { value: number; tie: number }[] = [];
      while (queue.pop()) {
        expect(entries[queue.pixel]).toEqual({ value: queue.value, tie: queue.tie });
        expect(queue.label + queue.pixel).toBe(0);
        taken.push({ value: queue.value, tie: queue.tie });
      }
      const sorted = [...entries].sort((a, b) => a.value - b.value || a.tie - b.tie);
      expect(taken).toEqual(sorted);
    }),
  );
});

it('grows beyond its first capacity', () => {
  const queue = new PixelQueue();
  for (let i = 0; i < 5000; i++) queue.push(5000 - i, 0, i, 1);
  queue.pop();
  expect([queue.value, queue.pixel, queue.size]).toEqual([1, 4999, 4999]);
});
