/** Outcomes that come from outside, one after the other, for whoever loops over them. */
export interface OutcomeQueue<Outcome> {
  push(outcome: Outcome): void;
  /** No more will come. */
  end(): void;
  /** The loop throws `error` after what came before it. */
  fail(error: unknown): void;
  outcomes(): AsyncGenerator<Outcome>;
}

type Item<Outcome> = { outcome: Outcome } | { error: unknown } | null;

/** An empty queue. */
export function outcomeQueue<Outcome>(): OutcomeQueue<Outcome> {
  const items: Item<Outcome>[] = [];
  let wake = () => {};
  const add = (item: Item<Outcome>) => {
    items.push(item);
    wake();
  };
  return {
    push: (outcome) => add({ outcome }),
    end: () => add(null),
    fail: (error) => add({ error }),
    async *outcomes() {
      for (;;) {
        while (items.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        const item = items.shift();
        if (!item) return;
        if ('error' in item) throw item.error;
        yield item.outcome;
      }
    },
  };
}
