import { describeChoice } from '../../segmentation/describe-choice.ts';
import type { SegmenterDescription } from '../../segmentation/segmenter.ts';
import type { BenchmarkEntry } from './benchmark-state.ts';

const ofPipelines = new Map<string, SegmenterDescription | null>();

function described(choice: Parameters<typeof describeChoice>[0]): SegmenterDescription | null {
  try {
    return describeChoice(choice) ?? null;
  } catch {
    return null;
  }
}

/** The parameters of an entry, those of its pipeline where it has one; null for what is not known here. */
export function describeEntry({
  method,
  pipeline,
}: Pick<BenchmarkEntry, 'method' | 'pipeline'>): SegmenterDescription | null {
  if (!pipeline) return described({ method });
  const known = ofPipelines.get(pipeline.text);
  if (known !== undefined) return known;
  const description = described({ method, pipeline: pipeline.text });
  ofPipelines.set(pipeline.text, description);
  return description;
}
