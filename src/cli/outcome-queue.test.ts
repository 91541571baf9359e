import { expect, it } from 'vitest';
import type { CaseOutcome } from '../parity/case-report.ts';
import { outcomeQueue } from './outcome-queue.ts';

function named(name: string): CaseOutcome {
  return { name, status: 'passed', checks: [], missing: [] };
}

it('gives outcomes in order, before and after somebody waits', async () => {
  const queue = outcomeQueue();
  queue.push(named('a'));
  const loop = queue.outcomes();
  expect((await loop.next()).value?.name).toBe('a');
  const waiting = loop.next();
  queue.push(named('b'));
  expect((await waiting).value?.name).toBe('b');
  queue.end();
  expect((await loop.next()).done).toBe(true);
});

it('throws after what came before the failure', async () => {
  const queue = outcomeQueue();
  queue.push(named('a'));
  queue.fail(new Error('lost'));
  const loop = queue.outcomes();
  expect((await loop.next()).value?.name).toBe('a');
  await expect(loop.next()).rejects.toThrow('lost');
});
