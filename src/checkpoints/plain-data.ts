import { asRecord, type PickleValue } from './pickle/values.ts';

/** Data that JSON can hold. */
export type PlainData =
  | null
  | boolean
  | number
  | string
  | PlainData[]
  | { [key: string]: PlainData };

const DEEPEST = 8;
const LONGEST = 1000;

/** A pickle value as plain data for display; what is deeper, longer or not data becomes null. */
export function toPlainData(value: PickleValue | undefined, depth = 0): PlainData {
  if (value === undefined || value === null || depth > DEEPEST) return null;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object') return value;
  const items = Array.isArray(value) ? value : asRecord(value, 'tuple')?.items;
  if (items) return items.slice(0, LONGEST).map((item) => toPlainData(item, depth + 1));
  const dict = asRecord(value, 'dict');
  if (!dict) return null;
  const entries = [...dict.entries].slice(0, LONGEST);
  return Object.fromEntries(
    entries.map(([key, item]) => [String(key), toPlainData(item, depth + 1)]),
  );
}
