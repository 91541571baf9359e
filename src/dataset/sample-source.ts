/** Where the recipes of a set come from, one candidate after the other: what becomes of one decides which is next. */
export interface SampleSource<Recipe> {
  /** The candidate to make now; the same one until it is settled. Null at the end of the set. */
  current(): Recipe | null;
  /** What comes after it if it is taken, so that its making can begin; null when nothing does. */
  ahead(): Recipe | null;
  /** Ends the candidate: it is in the set, or it was rejected and another may take its place. */
  settle(accepted: boolean): void;
}

/** Recipes as they are, each tried once. */
export function plainSource<Recipe>(recipes: Iterable<Recipe>): SampleSource<Recipe> {
  const rest = recipes[Symbol.iterator]();
  const take = (): Recipe | null => {
    const { done, value } = rest.next();
    return done ? null : value;
  };
  let now = take();
  let after = take();
  return {
    current: () => now,
    ahead: () => after,
    settle() {
      now = after;
      after = take();
    },
  };
}
