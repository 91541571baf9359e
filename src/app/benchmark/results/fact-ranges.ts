import type { BenchmarkResults } from '../../../evaluation/benchmark-results.ts';

/** So many different words of one fact are listed. */
const MOST_WORDS = 3;

const rounded = (value: number): string => String(Number(value.toPrecision(4)));

/** What an algorithm decided on the way over all images: the range of a number, the words of anything else. */
export function factRanges(
  { runs }: Pick<BenchmarkResults, 'runs'>,
  algorithm: string,
): { name: string; text: string }[] {
  const values = new Map<string, Set<number | string>>();
  for (const run of runs) {
    if (run.algorithm !== algorithm) continue;
    for (const [name, value] of Object.entries(run.facts)) {
      const known = values.get(name) ?? new Set();
      values.set(name, known.add(value));
    }
  }
  return [...values].map(([name, all]) => {
    const numbers = [...all].filter((value) => typeof value === 'number');
    if (numbers.length < all.size) {
      const words = [...all].map(String);
      const rest = words.length > MOST_WORDS ? ' …' : '';
      return { name, text: words.slice(0, MOST_WORDS).join(', ') + rest };
    }
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    const text = least === most ? rounded(least) : `${rounded(least)} – ${rounded(most)}`;
    return { name, text };
  });
}
