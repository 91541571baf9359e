import { asRecord, type PickleValue, showKey } from './pickle/values.ts';

/** Data that JSON can hold. */
export type PlainData =
  | null
  | boolean
  | number
  | string
  | PlainData[]
  | { [key: string]: PlainData };

const DEEPEST = 8;
const MOST_VALUES = 10_000;

const LONGEST_TEXT = 2000;

interface PlainBudget {
  values: number;
}

/** The first items of what may be shared and endless, as long as there is budget for them. */
function* within<T>(items: Iterable<T>, budget: PlainBudget): Generator<T> {
  for (const item of items) {
    if (budget.values <= 0) return;
    yield item;
  }
}

function plainText(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}

/**
 * A pickle value as plain data for display. What is too deep or not data becomes null, what comes after the first
 * ten thousand values is left out, and long texts are cut: values may be shared, so a small file could
 * stand for endless data.
 */
export function toPlainData(
  value: PickleValue | undefined,
  depth = 0,
  budget: PlainBudget = { values: MOST_VALUES },
): PlainData {
  budget.values--;
  if (value === undefined || value === null || depth > DEEPEST) return null;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return plainText(value);
  if (typeof value !== 'object') return value;
  const items = Array.isArray(value) ? value : asRecord(value, 'tuple')?.items;
  const inner = (item: PickleValue): PlainData => toPlainData(item, depth + 1, budget);
  if (items) return Array.from(within(items, budget), inner);
  const dict = asRecord(value, 'dict');
  if (!dict) return null;
  return Object.fromEntries(
    Array.from(within(dict.entries, budget), ([key, item]) => [
      plainText(showKey(key)),
      inner(item),
    ]),
  );
}
