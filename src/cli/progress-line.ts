/** A duration as a person says it: `45 s`, `12 min`, `3 h 20 min`. */
export function formatDuration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A line on the terminal that is written over; nothing where there is no terminal. */
export interface ProgressLine {
  /** @param made How many of `done` were made now, for the rate. */
  show(done: number, made: number): void;
  /** Removes the line. */
  clear(): void;
}

const SHORTEST_INTERVAL = 100;

/**
 * Progress of `total` samples on a stream, with rate and time left.
 * @param things What is counted, @default samples.
 */
export function progressLine(
  total: number,
  things = 'samples',
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
  now: () => number = () => performance.now(),
): ProgressLine {
  const start = now();
  let shown = Number.NEGATIVE_INFINITY;
  return {
    show(done, made) {
      if (!stream.isTTY || (now() - shown < SHORTEST_INTERVAL && done < total)) return;
      shown = now();
      const rate = made / ((shown - start) / 1000);
      const left = made > 0 ? formatDuration((total - done) / rate) : '…';
      stream.write(`\r\x1b[K${done}/${total} ${things} · ${rate.toFixed(2)}/s · ${left} left`);
    },
    clear() {
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
}
