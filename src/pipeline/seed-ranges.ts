import { CytoForgeError } from '../errors.ts';

/** Largest seed NumPy's `RandomState` takes. */
export const LARGEST_SEED = 2 ** 32 - 1;

/** Most seeds one data set or grid may have. */
export const MOST_SEEDS = 100_000;

const PART = /^(\d+)(?:\s*-\s*(\d+))?$/;

function refuse(found: string, expected: string): CytoForgeError {
  return new CytoForgeError('bad-option', 'The seeds cannot be read.', {
    found,
    expected,
    hint: 'Write seeds and ranges separated by commas, e.g. 1-100,205.',
  });
}

function parseSeed(digits: string): number {
  const seed = Number(digits);
  if (seed > LARGEST_SEED) throw refuse(digits, `seeds from 0 to ${LARGEST_SEED}`);
  return seed;
}

/** Every seed of a text, one after the other; stops where a range cannot be read. */
function* seedsOf(text: string): Generator<number> {
  for (const part of text.split(',')) {
    const match = PART.exec(part.trim());
    if (!match) throw refuse(part.trim() || 'nothing', 'a number or a range');
    const from = parseSeed(match[1]);
    const to = match[2] === undefined ? from : parseSeed(match[2]);
    if (to < from) throw refuse(`${from}-${to}`, 'a range that runs upwards');
    if (to - from >= MOST_SEEDS) throw refuse(`${to - from + 1} seeds`, `at most ${MOST_SEEDS}`);
    for (let seed = from; seed <= to; seed++) yield seed;
  }
}

function checkCount(count: number): void {
  if (count > MOST_SEEDS) throw refuse(`${count} seeds`, `at most ${MOST_SEEDS}`);
}

/**
 * Seeds of a text such as `1-100,205`, in the order they are written; a seed written twice is kept once.
 * @throws CytoForgeError `bad-option` when the text is no list of ranges, a seed is above 2^32 - 1, a range
 * runs backwards, or there are more than 100,000 seeds.
 */
export function parseSeedRanges(text: string): number[] {
  const seeds = new Set<number>();
  for (const seed of seedsOf(text)) {
    seeds.add(seed);
    checkCount(seeds.size);
  }
  return [...seeds];
}

/**
 * The same, with a seed as often as it is written: keyframes may come back, as in `gen_video.py`.
 * @throws CytoForgeError as `parseSeedRanges`.
 */
export function parseKeyframes(text: string): number[] {
  const seeds: number[] = [];
  for (const seed of seedsOf(text)) {
    seeds.push(seed);
    checkCount(seeds.length);
  }
  return seeds;
}

/** The shortest text that `parseSeedRanges` reads back as the same seeds in the same order. */
export function formatSeedRanges(seeds: readonly number[]): string {
  const parts: string[] = [];
  let first = 0;
  for (let index = 1; index <= seeds.length; index++) {
    if (index < seeds.length && seeds[index] === seeds[index - 1] + 1) continue;
    const [from, to] = [seeds[first], seeds[index - 1]];
    parts.push(from === to ? `${from}` : `${from}-${to}`);
    first = index;
  }
  return parts.join(',');
}
