import { useEffect, useState } from 'react';
import type { BenchmarkSet, InspectedImage } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import type { SetRow } from '../results/set-rows.ts';

/** The pixels of the image in the viewer; those before it stay until they are there. */
export function useInspected(
  set: BenchmarkSet,
  { entry, weights, results }: SetRow,
  sample: number,
): { image: InspectedImage | null; isLoading: boolean } {
  const inspectSample = useStudio((state) => state.inspectSample);
  const outcome = results[sample]?.outcome ?? null;
  const [found, setFound] = useState<{ key: string; image: InspectedImage | null } | null>(null);
  const key = JSON.stringify([set.id, sample, entry, weights, outcome !== null]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that matters of the others
  useEffect(() => {
    let isWanted = true;
    void inspectSample({ set, sample, entry, weights }).then((image) => {
      if (isWanted) setFound({ key, image });
    });
    return () => {
      isWanted = false;
    };
  }, [key, inspectSample]);
  const isSame = found?.key === key;
  return { image: isSame ? found.image : null, isLoading: !isSame };
}
