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

/**
 * A pickle value as plain data for display. What is too deep, beyond the first ten thousand values or
 * not data becomes null: values may be shared, so a small file could stand for endless data.
 */
export function toPlainData(
  value: PickleValue | undefined,
  depth = 0,
  budget = { values: MOST_VALUES },
): PlainData {
  if (value === undefined || value === null || depth > DEEPEST || --budget.values < 0) return null;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object') return value;
  const items = Array.isArray(value) ? value : asRecord(value, 'tuple')?.items;
  const inner = (item: PickleValue): PlainData => toPlainData(item, depth + 1, budget);
  if (items) return items.slice(0, budget.values).map(inner);
  const dict = asRecord(value, 'dict');
  if (!dict) return null;
  const entries = [...dict.entries].slice(0, budget.values);
  return Object.fromEntries(entries.map(([key, item]) => [showKey(key), inner(item)]));
}
