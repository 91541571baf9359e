import { backgroundMode } from '../../../imaging/thresholds/centrosome/background-mode.ts';
import { kapurThreshold } from '../../../imaging/thresholds/centrosome/kapur.ts';
import { maximumCorrelation } from '../../../imaging/thresholds/centrosome/maximum-correlation.ts';
import { mixtureOfGaussians } from '../../../imaging/thresholds/centrosome/mixture-of-gaussians.ts';
import {
  orderedEntropy,
  orderedOtsu,
} from '../../../imaging/thresholds/centrosome/ordered-otsu.ts';
import { orderedOtsuThree } from '../../../imaging/thresholds/centrosome/ordered-otsu-three.ts';
import { ridlerCalvard } from '../../../imaging/thresholds/centrosome/ridler-calvard.ts';
import { robustBackground } from '../../../imaging/thresholds/robust-background.ts';
import { correctThresholds } from '../../../segmentation/cellprofiler/adaptive-threshold.ts';
import { blockThresholds } from '../../../segmentation/cellprofiler/block-thresholds.ts';
import type { ThresholdRule } from '../../../segmentation/cellprofiler/global-threshold.ts';
import { DEFAULT_THRESHOLD_SETTINGS } from '../../../segmentation/cellprofiler/threshold-settings.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { goldenImage, inDoublePrecision } from './golden-image.ts';
import type { CellProfilerData, GoldenCentrosome } from './sidecar.ts';

const CENTROSOME = { atol: 1e-4 };
const ADAPTIVE_OTSU = 'Otsu Adaptive window 25';

function otsuRule(expected: GoldenCentrosome): ThresholdRule {
  if (expected.two_class_otsu === false) {
    const wanted = expected.assign_middle_to_foreground ? 0 : 1;
    return (values) => orderedOtsuThree(values)[wanted];
  }
  return expected.use_weighted_variance === false ? orderedEntropy : orderedOtsu;
}

const RULES: Record<string, (expected: GoldenCentrosome) => ThresholdRule> = {
  Otsu: otsuRule,
  [ADAPTIVE_OTSU]: () => orderedOtsu,
  RobustBackground: () => robustBackground,
  RidlerCalvard: () => ridlerCalvard,
  Background: () => backgroundMode,
  Kapur: () => kapurThreshold,
  MCT: () => maximumCorrelation,
  MoG:
    ({ object_fraction: share = 0.2 }) =>
    (values) =>
      mixtureOfGaussians(values, share),
};

/** The thresholds of centrosome, which CellProfiler had before it took those of scikit-image. */
export function checkCentrosome(golden: GoldenCase, report: CaseReport): void {
  const { centrosome } = golden.data as CellProfilerData;
  for (const [i, expected] of centrosome.entries()) {
    const image = inDoublePrecision(goldenImage(golden, expected.image));
    const threshold = RULES[expected.method](expected)(image.data);
    const wanted = expected.threshold ?? expected.global_threshold ?? Number.NaN;
    const name = `centrosome threshold ${i}, ${expected.method}`;
    report.compareValues(name, [threshold], [wanted], CENTROSOME);
    if (expected.method !== ADAPTIVE_OTSU) continue;
    const blocks = blockThresholds(image, 25, orderedOtsu);
    const thresholds = correctThresholds(blocks, threshold, DEFAULT_THRESHOLD_SETTINGS);
    report.compare(`im${expected.image}.centrosome_otsu_adaptive`, thresholds, CENTROSOME);
  }
}
