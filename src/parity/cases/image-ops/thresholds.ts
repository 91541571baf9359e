import { otsuThreshold } from '../../../imaging/otsu-threshold.ts';
import { isodataThreshold } from '../../../imaging/thresholds/isodata.ts';
import { localGaussianThresholds } from '../../../imaging/thresholds/local-gaussian.ts';
import { minimumCrossEntropy } from '../../../imaging/thresholds/minimum-cross-entropy.ts';
import { multiOtsuOfHistogram } from '../../../imaging/thresholds/multi-otsu.ts';
import { otsuOfValues } from '../../../imaging/thresholds/otsu.ts';
import { meanOf, quantileOf } from '../../../imaging/thresholds/sample-averages.ts';
import { sauvolaThresholds } from '../../../imaging/thresholds/sauvola.ts';
import { triangleThreshold } from '../../../imaging/thresholds/triangle.ts';
import { integerHistogram } from '../../../imaging/thresholds/value-histogram.ts';
import { yenThreshold } from '../../../imaging/thresholds/yen.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { EXACT, FINE, type ImageOpsData, imageOf, scaledRaw, THRESHOLD } from './inputs.ts';

/** Half a level: how far scikit-image lets the threshold of whole levels move before it stops. */
const HALF_LEVEL = 0.5;

/** Thresholds for the whole image, of levels and of values from 0 to 1. */
export function checkGlobalThresholds(golden: GoldenCase, report: CaseReport): void {
  const { thresholds, percentiles } = golden.data as ImageOpsData;
  const raw = imageOf(golden, 'raw');
  const values = Float64Array.from(raw.data, (level) => level / 255);
  const histogram = integerHistogram(raw.data);
  const whole = (name: string, found: ArrayLike<number>, expected: ArrayLike<number>) =>
    report.compareValues(name, found, expected, EXACT);
  whole('otsu_u8', [otsuThreshold(raw)], [thresholds.otsu_u8]);
  whole('multiotsu3_u8', multiOtsuOfHistogram(histogram), thresholds.multiotsu3_u8);
  whole('isodata_u8', [isodataThreshold(histogram)], [thresholds.isodata_u8]);
  whole('yen_u8', [yenThreshold(histogram)], [thresholds.yen_u8]);
  whole('triangle_u8', [triangleThreshold(histogram)], [thresholds.triangle_u8]);
  const real = (name: string, found: number, expected: number) =>
    report.compareValues(name, [found], [expected], THRESHOLD);
  real('otsu_f', otsuOfValues(values), thresholds.otsu_f);
  real('li_u8', minimumCrossEntropy(raw.data, HALF_LEVEL), thresholds.li_u8);
  real('li_f', minimumCrossEntropy(values, HALF_LEVEL / 255), thresholds.li_f);
  real('li_f_tol1e-4', minimumCrossEntropy(values, 1e-4), thresholds['li_f_tol1e-4']);
  const sorted = Float64Array.from(raw.data).sort();
  real('mean', meanOf(sorted), thresholds.mean);
  for (const [percent, expected] of Object.entries(percentiles)) {
    real(`percentile ${percent}`, quantileOf(sorted, Number(percent) / 100), expected);
  }
}

/** Thresholds that every pixel has for itself. */
export function checkLocalThresholds(golden: GoldenCase, report: CaseReport): void {
  const { width, height, data } = scaledRaw(golden);
  report.compare('local.gauss_block25', localGaussianThresholds(data, width, height, 25), FINE);
  report.compare('sauvola_25', sauvolaThresholds(data, width, height, 25), FINE);
}
