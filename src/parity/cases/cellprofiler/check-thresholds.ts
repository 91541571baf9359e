import {
  adaptiveThreshold,
  correctThresholds,
} from '../../../segmentation/cellprofiler/adaptive-threshold.ts';
import {
  correctThreshold,
  globalThreshold,
} from '../../../segmentation/cellprofiler/global-threshold.ts';
import { applyThreshold } from '../../../segmentation/cellprofiler/threshold-image.ts';
import {
  DEFAULT_THRESHOLD_SETTINGS,
  type ThresholdSettings,
} from '../../../segmentation/cellprofiler/threshold-settings.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { goldenImage, inDoublePrecision } from './golden-image.ts';
import type { CellProfilerData, GoldenAdaptive, GoldenThreshold } from './sidecar.ts';

const GLOBAL = { atol: 1e-6 };
const ADAPTIVE = { atol: 1e-4 };

/** The settings behind a method's name; the library calls three-class Otsu a method of its own. */
function settingsOf(method: string, given: Partial<ThresholdSettings>): ThresholdSettings {
  const isMulti = method === 'Multi-Otsu';
  const known = (isMulti ? 'Otsu' : method) as ThresholdSettings['adaptiveMethod'];
  return {
    ...DEFAULT_THRESHOLD_SETTINGS,
    globalMethod: known === 'Sauvola' ? 'Minimum Cross-Entropy' : known,
    adaptiveMethod: known,
    otsuClasses: isMulti ? 'Three classes' : 'Two classes',
    ...given,
  };
}

function globalSettings(golden: GoldenThreshold): ThresholdSettings {
  return settingsOf(golden.method, {
    middleClass: golden.assign_middle_to_foreground ?? 'Foreground',
    logTransform: golden.log_transform ?? false,
    correctionFactor: golden.threshold_correction_factor ?? 1,
    lowerBound: golden.threshold_min ?? 0,
    upperBound: golden.threshold_max ?? 1,
    deviations: golden.number_of_deviations ?? 2,
    averagingMethod: golden.averaging_method ?? 'Mean',
    varianceMethod: golden.variance_method ?? 'Standard deviation',
  });
}

function checkAdaptive(golden: GoldenCase, report: CaseReport, expected: GoldenAdaptive): void {
  const { image: index, method, window_size: adaptiveWindow } = expected;
  const image = inDoublePrecision(goldenImage(golden, index));
  const settings = settingsOf(method, { scope: 'Adaptive', adaptiveWindow });
  const guide = correctThreshold(globalThreshold(image.data, settings), settings);
  const thresholds = correctThresholds(adaptiveThreshold(image, settings), guide, settings);
  const name = `im${index}.adaptive${expected.index}`;
  report.compare(name, thresholds, ADAPTIVE);
  report.compareValues(`${name} guide`, [guide], [expected.global_guide], GLOBAL);
  const mean = thresholds.reduce((sum, value) => sum + value, 0) / thresholds.length;
  report.compareValues(`${name} mean`, [mean], [expected.mean], ADAPTIVE);
}

/** Thresholds of images and of their pixels, and the foreground that one gives. */
export function checkThresholds(golden: GoldenCase, report: CaseReport): void {
  const data = golden.data as CellProfilerData;
  for (const [i, expected] of data.global_threshold.entries()) {
    const { data: values } = inDoublePrecision(goldenImage(golden, expected.image));
    const settings = globalSettings(expected);
    const threshold = correctThreshold(globalThreshold(values, settings), settings);
    const name = `global threshold ${i}, ${expected.method}`;
    report.compareValues(name, [threshold], [expected.threshold], GLOBAL);
  }
  for (const expected of data.adaptive) checkAdaptive(golden, report, expected);
  for (const { image: index, smoothing, sigma } of data.apply_threshold) {
    const image = goldenImage(golden, index);
    const threshold = globalThreshold(image.data, DEFAULT_THRESHOLD_SETTINGS);
    const applied = applyThreshold(image, threshold, smoothing);
    const scale = Number.isInteger(smoothing) && smoothing > 0 ? smoothing.toFixed(1) : smoothing;
    const name = `im${index}.binary_li_smooth${scale}`;
    report.compare(name, applied.binary, { atol: 0 });
    report.compareValues(`${name} sigma`, [applied.sigma], [sigma], { atol: 1e-12 });
  }
}
