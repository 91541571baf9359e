import * as v from 'valibot';
import { readStorage, writeStorage } from '../browser-storage.ts';

const KEY = 'cytoforge.pixel-sizes';
const STORED = v.record(v.string(), v.pipe(v.number(), v.gtValue(0)));

function readAll(): Record<string, number> {
  try {
    const result = v.safeParse(STORED, JSON.parse(readStorage(KEY) ?? '{}'));
    return result.success ? result.output : {};
  } catch {
    return {};
  }
}

/** What a person said of the size of a set's pixels, in micrometres; null when nobody did. */
export function readPixelSize(set: string): number | null {
  return readAll()[set] ?? null;
}

/** Keeps it for as long as the set is kept; null forgets it. */
export function writePixelSize(set: string, micronsPerPixel: number | null): void {
  const { [set]: _, ...others } = readAll();
  const all = micronsPerPixel === null ? others : { ...others, [set]: micronsPerPixel };
  writeStorage(KEY, JSON.stringify(all));
}
