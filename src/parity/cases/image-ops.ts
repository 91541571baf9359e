import type { ParityEntry } from '../registry.ts';
import { checkFiles } from './image-ops/files.ts';
import { checkFilters } from './image-ops/filters.ts';
import { checkLabels, checkRegions } from './image-ops/labels.ts';
import { checkMasks } from './image-ops/masks.ts';
import { checkResizing } from './image-ops/resizing.ts';
import { checkGlobalThresholds, checkLocalThresholds } from './image-ops/thresholds.ts';
import { checkWatersheds } from './image-ops/watersheds.ts';

/** Image operations of SciPy, scikit-image and Pillow. */
export const IMAGE_OPS_CASES: ParityEntry[] = [
  {
    matches: /^05_image_ops$/,
    async run(golden, report) {
      checkGlobalThresholds(golden, report);
      checkLocalThresholds(golden, report);
      checkFilters(golden, report);
      checkMasks(golden, report);
      checkWatersheds(golden, report);
      checkLabels(golden, report);
      checkRegions(golden, report);
      checkResizing(golden, report);
      await checkFiles(golden, report);
    },
  },
];
