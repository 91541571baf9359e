import { describe, expect, it } from 'vitest';
import { type Deferred, deferred } from './deferred.ts';
import { latestWins } from './latest-wins.ts';

function setUp() {
  const runs: { input: number; signal: AbortSignal; answer: Deferred<string> }[] = [];
  const results: string[] = [];
  const errors: unknown[] = [];
  const queue = latestWins<number, string>(
    (input, signal) => {
      const answer = deferred<string>();
      runs.push({ input, signal, answer });
      return answer.promise;
    },
    { onResult: (result) => results.push(result), onError: (error) => errors.push(error) },
  );
  return { queue, runs, results, errors };
}

describe('latestWins', () => {
  it('runs one, keeps one waiting, and replaces that one', async () => {
    const { queue, runs, results } = setUp();
    for (const input of [1, 2, 3, 4]) queue.submit(input);
    expect(runs.map(({ input }) => input)).toEqual([1]);
    runs[0].answer.resolve('one');
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(runs.map(({ input }) => input)).toEqual([1, 4]);
    runs[1].answer.resolve('four');
    await queue.settled();
    expect(results).toEqual(['four']);
  });

  it('aborts the superseded one and says nothing of its end', async () => {
    const { queue, runs, results, errors } = setUp();
    queue.submit(1);
    queue.submit(2);
    expect(runs[0].signal.aborted).toBe(true);
    runs[0].answer.reject(new Error('aborted'));
    await new Promise((resolve) => setTimeout(resolve));
    runs[1].answer.resolve('two');
    await queue.settled();
    expect(results).toEqual(['two']);
    expect(errors).toEqual([]);
  });

  it('reports the failure of the newest and goes on', async () => {
    const { queue, runs, results, errors } = setUp();
    queue.submit(1);
    runs[0].answer.reject('broken');
    await queue.settled();
    expect(errors).toEqual(['broken']);
    queue.submit(2);
    runs[1].answer.resolve('two');
    await queue.settled();
    expect(results).toEqual(['two']);
  });

  it('cancels without a word', async () => {
    const { queue, runs, results, errors } = setUp();
    queue.submit(1);
    queue.submit(2);
    queue.cancel();
    runs[0].answer.resolve('one');
    await queue.settled();
    expect(runs).toHaveLength(1);
    expect([...results, ...errors]).toEqual([]);
  });
});
