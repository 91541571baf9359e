import type { EntryTask } from './benchmark-tasks.ts';

/**
 * How long the rest of a run takes: every algorithm by the mean of its own images, one that has not run yet by the mean
 * of the others.
 * @param tasks All that is still to do, in order.
 */
export function secondsFor(tasks: readonly EntryTask[]): {
  /** Seconds that are left after a task that took so many. */
  after(task: EntryTask, seconds: number): number;
} {
  const left = new Map<string, number>();
  for (const { entry } of tasks) left.set(entry.id, (left.get(entry.id) ?? 0) + 1);
  const taken = new Map<string, { count: number; seconds: number }>();
  return {
    after({ entry }, seconds) {
      left.set(entry.id, (left.get(entry.id) ?? 1) - 1);
      const former = taken.get(entry.id) ?? { count: 0, seconds: 0 };
      taken.set(entry.id, { count: former.count + 1, seconds: former.seconds + seconds });
      const means = [...taken.values()].map((one) => one.seconds / one.count);
      const usual = means.reduce((sum, mean) => sum + mean, 0) / means.length;
      let sum = 0;
      for (const [id, count] of left) {
        const own = taken.get(id);
        sum += count * (own ? own.seconds / own.count : usual);
      }
      return sum;
    },
  };
}
