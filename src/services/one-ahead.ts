/** Items with the making of each, one ahead of its use. */
export interface OneAhead<Item, Result> {
  /** The same items; those already taken from here are known to come. */
  items: Iterable<Item>;
  make(item: Item): Promise<Result>;
}

/**
 * Begins the item that comes after the one asked for, so that using one and making the next overlap. Never
 * more than one is ahead.
 */
export function oneAhead<Item extends object, Result>(
  items: Iterable<Item>,
  make: (item: Item) => Promise<Result>,
): OneAhead<Item, Result> {
  const following = new WeakMap<Item, Item>();
  let ahead: { item: Item; result: Promise<Result> } | null = null;

  function* linked(): Generator<Item> {
    let last: Item | undefined;
    for (const item of items) {
      if (last) following.set(last, item);
      last = item;
      yield item;
    }
  }

  function begin(item: Item): { item: Item; result: Promise<Result> } {
    const result = make(item);
    // Whoever asks for it hears of a failure; if nobody does, nobody needs to.
    result.catch(() => undefined);
    return { item, result };
  }

  return {
    items: { [Symbol.iterator]: linked },
    async make(item) {
      const current = ahead?.item === item ? ahead : begin(item);
      ahead = null;
      const result = await current.result;
      const next = following.get(item);
      if (next) ahead = begin(next);
      return result;
    },
  };
}
