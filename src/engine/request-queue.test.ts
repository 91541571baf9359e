import { describe, expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import type { RequestPriority } from './request-priority.ts';
import { createRequestQueue } from './request-queue.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve));

describe('createRequestQueue', () => {
  it('runs one at a time, the most urgent first, equals in order', async () => {
    const queue = createRequestQueue();
    const order: string[] = [];
    let running = 0;
    const add = (priority: RequestPriority | 'control', name: string) =>
      queue.add(priority, async () => {
        running += 1;
        expect(running).toBe(1);
        await tick();
        order.push(name);
        running -= 1;
      });
    await Promise.all([
      add('idle', 'first'),
      add('export', 'export'),
      add('idle', 'idle'),
      add('visible', 'visible 1'),
      add('visible', 'visible 2'),
      add('view', 'view'),
      add('control', 'load'),
    ]);
    expect(order).toEqual(['first', 'load', 'view', 'export', 'visible 1', 'visible 2', 'idle']);
  });

  it('lets an export through while others keep coming', async () => {
    const queue = createRequestQueue();
    let others = 0;
    let stop = false;
    const one = async () => {
      others += 1;
    };
    const flood = async () => {
      while (!stop && others < 100) await queue.add('view', one);
    };
    const running = [flood(), flood()];
    await queue.add('export', async () => {
      stop = true;
    });
    await Promise.all(running);
    expect(others).toBeLessThan(10);
  });

  it('withdraws a waiting request whose signal aborts', async () => {
    const queue = createRequestQueue();
    const controller = new AbortController();
    let ran = false;
    const blocker = queue.add('view', tick);
    const withdrawn = queue.add(
      'view',
      async () => {
        ran = true;
      },
      controller.signal,
    );
    controller.abort();
    await expect(withdrawn).rejects.toMatchObject({ code: 'cancelled' });
    await blocker;
    await tick();
    expect(ran).toBe(false);
  });

  it('goes on after a failure and refuses what waits when it is cleared', async () => {
    const queue = createRequestQueue();
    await expect(queue.add('view', () => Promise.reject('broken'))).rejects.toBe('broken');
    const blocker = queue.add('view', tick);
    const waiting = queue.add('view', tick);
    queue.clear(new CytoForgeError('device-lost', 'Gone.'));
    await expect(waiting).rejects.toMatchObject({ code: 'device-lost' });
    await blocker;
    await expect(queue.add('view', async () => 5)).resolves.toBe(5);
  });
});
