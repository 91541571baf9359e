import { useEffect, useState } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { countSeeds } from '../export/estimate.ts';
import { bytesOfSample } from './measure-sample.ts';

/** What a plan will be, as far as it can be said beforehand. */
export interface PlanEstimate {
  samples: number;
  /** Null until a sample was made. */
  bytes: number | null;
  seconds: number | null;
}

/** Long enough that a moving slider does not encode picture after picture. */
const REST_MS = 300;

/** Samples, size and time of the plan: sizes by encoding the sample in view, time by the last one made. */
export function useEstimate(): PlanEstimate {
  const draft = useStudio((state) => state.planDraft);
  const kept = useStudio((state) => state.kept);
  const { pixels, recipe } = useStudio((state) => state.sample);
  const msPerSample = useStudio((state) => state.device.lastSampleMs);
  const [bytes, setBytes] = useState<number | null>(null);
  const { layouts, size } = draft;

  useEffect(() => {
    if (!pixels || !recipe) return;
    const timer = setTimeout(() => setBytes(bytesOfSample(pixels, recipe, layouts)), REST_MS);
    return () => clearTimeout(timer);
  }, [pixels, recipe, layouts]);

  const chosen = kept.length === 0 ? 0 : (useStudio.getState().plannedSet()?.chosen.length ?? 0);
  const samples = countSeeds(draft.seeds).count + chosen;
  const view = recipe?.size;
  const scale = size && view ? (size.width * size.height) / (view.width * view.height) : 1;
  return {
    samples,
    bytes: bytes === null ? null : samples * bytes * scale,
    seconds: msPerSample === null ? null : (samples * msPerSample * scale) / 1000,
  };
}
