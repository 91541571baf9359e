/** Estimates the rest of a long job by the median of its last steps, which one slow step does not move. */
export interface TimeLeft {
  /** A step ended. */
  step(): void;
  /** Seconds for `steps` more; null before there is anything to go by. */
  secondsFor(steps: number): number | null;
}

const WINDOW = 15;

/** @param now Milliseconds. */
export function createTimeLeft(now: () => number = () => performance.now()): TimeLeft {
  const durations: number[] = [];
  let last = now();
  return {
    step() {
      const time = now();
      durations.push(time - last);
      if (durations.length > WINDOW) durations.shift();
      last = time;
    },
    secondsFor(steps) {
      if (durations.length === 0) return null;
      const sorted = durations.toSorted((a, b) => a - b);
      return (sorted[Math.floor(sorted.length / 2)] * steps) / 1000;
    },
  };
}
