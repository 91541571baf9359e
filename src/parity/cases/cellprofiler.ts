import type { ParityEntry } from '../registry.ts';
import { checkCentrosome } from './cellprofiler/check-centrosome.ts';
import { checkIdentify } from './cellprofiler/check-identify.ts';
import { checkStages } from './cellprofiler/check-stages.ts';
import { checkThresholds } from './cellprofiler/check-thresholds.ts';

/** CellProfiler's thresholds and IdentifyPrimaryObjects; no tensors, the same on every backend. */
export const CELLPROFILER_CASES: ParityEntry[] = [
  {
    matches: /^04_cellprofiler$/,
    async run(golden, report) {
      checkThresholds(golden, report);
      checkCentrosome(golden, report);
      checkStages(golden, report);
      checkIdentify(golden, report);
    },
  },
];
