/**
 * Makes items and begins the one that comes after the one asked for, so that using one and making the next overlap.
 * Never more than one is ahead; when another is asked for in between, it waits its turn.
 * @param ahead What comes after the item in use, null for nothing; the very object that is asked for later.
 */
export function oneAhead<Item extends object, Result>(
  ahead: () => Item | null,
  make: (item: Item) => Promise<Result>,
): (item: Item) => Promise<Result> {
  let held: { item: Item; result: Promise<Result> } | null = null;

  function begin(item: Item): { item: Item; result: Promise<Result> } {
    const result = make(item);
    // Whoever asks for it hears of a failure; if nobody does, nobody needs to.
    result.catch(() => undefined);
    return { item, result };
  }

  return async (item) => {
    const current = held?.item === item ? held : begin(item);
    if (held === current) held = null;
    const result = await current.result;
    const next = ahead();
    if (!held && next) held = begin(next);
    return result;
  };
}
