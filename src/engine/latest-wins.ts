/**
 * For a slider that moves faster than its result is made: one request runs, at most one waits. A newer one
 * replaces the waiting one and aborts the running one, whose result is dropped even if it still arrives.
 */

/** What comes of the requests that were not superseded. */
export interface LatestWinsHandlers<Input, Output> {
  onStart?(input: Input): void;
  onResult(output: Output, input: Input): void;
  onError(error: unknown, input: Input): void;
}

/** Takes requests and runs the newest. */
export interface LatestWins<Input> {
  submit(input: Input): void;
  /** Aborts the running request and forgets the waiting one; neither handler is called. */
  cancel(): void;
  /** Resolves when nothing runs and nothing waits. */
  settled(): Promise<void>;
}

/** Wraps `run` so that only the newest input's outcome is reported. */
export function latestWins<Input, Output>(
  run: (input: Input, signal: AbortSignal) => Promise<Output>,
  handlers: LatestWinsHandlers<Input, Output>,
): LatestWins<Input> {
  let waiting: { input: Input } | null = null;
  let running: AbortController | null = null;
  let draining = false;
  let loop: Promise<void> = Promise.resolve();

  async function runOne(input: Input): Promise<void> {
    const controller = new AbortController();
    running = controller;
    try {
      handlers.onStart?.(input);
      const output = await run(input, controller.signal);
      if (!controller.signal.aborted) handlers.onResult(output, input);
    } catch (error) {
      if (!controller.signal.aborted) handlers.onError(error, input);
    } finally {
      running = null;
    }
  }

  async function drain(): Promise<void> {
    draining = true;
    while (waiting) {
      const { input } = waiting;
      waiting = null;
      await runOne(input);
    }
    draining = false;
  }

  return {
    submit(input) {
      waiting = { input };
      running?.abort();
      if (!draining) loop = drain();
    },
    cancel() {
      waiting = null;
      running?.abort();
    },
    settled: () => loop,
  };
}
