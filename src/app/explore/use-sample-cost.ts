import { isMaskManifest } from '../../checkpoints/bundle/mask-manifest.ts';
import {
  estimateSampleBytes,
  estimateSampleMs,
  type SampleExtent,
} from '../../pipeline/estimate-sample.ts';
import { useStudio } from '../../store/studio-store.ts';
import { useChosenModels } from './use-defaults.ts';

/** What a sample takes, roughly. */
export interface SampleCost {
  /** Null before the first sample was made. */
  ms: number | null;
  bytes: number;
}

/** How to estimate a sample of another size, by the one that is shown. */
export function useSampleCost(side: number): (extent: SampleExtent) => SampleCost {
  const { mask, image } = useChosenModels();
  const pixels = useStudio((state) => state.sample.pixels);
  const recipe = useStudio((state) => state.sample.recipe);
  const backend = useStudio((state) => state.device.info?.backend);
  return (extent) => {
    const painter = image?.manifest.architecture === 'pix2pixhd' ? image.manifest : null;
    const bytes =
      mask && isMaskManifest(mask.manifest)
        ? estimateSampleBytes(mask.manifest, painter, extent, backend)
        : 0;
    if (!pixels || !recipe) return { ms: null, bytes };
    const measured = { extent: recipe, timing: pixels.timing };
    return { ms: estimateSampleMs(measured, extent, side), bytes };
  };
}
