import * as v from 'valibot';
import { SEGMENTER_DESCRIPTIONS } from '../../segmentation/describe-segmenters.ts';
import { parameterValues } from '../../segmentation/parameter-values.ts';
import type { SegmenterValues } from '../../segmentation/segmenter.ts';
import { SEGMENTER_METHODS, type SegmenterMethod } from '../../segmentation/segmenter-method.ts';
import { readStorage, writeStorage } from '../browser-storage.ts';
import type { BenchmarkEntry } from './benchmark-state.ts';
import { describeEntry } from './describe-entry.ts';

const KEY = 'cytoforge.benchmark';

const STORED = v.array(
  v.object({
    id: v.string(),
    on: v.boolean(),
    method: v.picklist(SEGMENTER_METHODS),
    weights: v.nullable(v.string()),
    values: v.record(v.string(), v.union([v.number(), v.string(), v.boolean()])),
    pipeline: v.exactOptional(v.object({ name: v.string(), text: v.string() })),
  }),
);

/** The algorithms that are there, in the order in which they are listed everywhere. */
export const KNOWN_METHODS: readonly SegmenterMethod[] = SEGMENTER_METHODS.filter(
  (method) => SEGMENTER_DESCRIPTIONS[method] !== undefined,
);

/** Where an algorithm's own defaults suit no comparison: true cells lie at the border too, and are counted. */
const FITTING_VALUES: Partial<Record<SegmenterMethod, SegmenterValues>> = {
  cellprofiler: { exclude_border_objects: false },
};

/** An algorithm with its default parameters, but for those that a comparison needs otherwise. */
export function defaultEntry(method: SegmenterMethod, id: string = method): BenchmarkEntry {
  return { id, on: true, method, weights: null, values: FITTING_VALUES[method] ?? {} };
}

/** Parameters of another version of an algorithm are not taken. */
function isUsable(entry: BenchmarkEntry): boolean {
  const description = describeEntry(entry);
  if (!description) return false;
  try {
    parameterValues(description, entry.values);
    return true;
  } catch {
    return false;
  }
}

/** The entries as they were left, and one for every algorithm that none of them is of. */
export function readEntries(): BenchmarkEntry[] {
  let stored: BenchmarkEntry[] = [];
  try {
    const result = v.safeParse(STORED, JSON.parse(readStorage(KEY) ?? '[]'));
    if (result.success) stored = result.output.filter(isUsable);
  } catch {
    stored = [];
  }
  const missing = KNOWN_METHODS.filter((method) =>
    stored.every((one) => one.method !== method || one.pipeline),
  );
  const all = [...stored, ...missing.map((method) => defaultEntry(method))];
  const order = (entry: BenchmarkEntry) => SEGMENTER_METHODS.indexOf(entry.method);
  return all.sort((a, b) => order(a) - order(b));
}

/** Keeps them; where storage is forbidden the page forgets them, nothing else. */
export function writeEntries(entries: readonly BenchmarkEntry[]): void {
  writeStorage(KEY, JSON.stringify(entries));
}
