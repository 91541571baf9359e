import { gaussianBlur } from '../../../imaging/gaussian-blur.ts';
import { medianFilter } from '../../../imaging/median-filter.ts';
import { rescaleIntensity } from '../../../imaging/rescale-intensity.ts';
import { sobelMagnitude } from '../../../imaging/sobel.ts';
import { quantileOf } from '../../../imaging/thresholds/sample-averages.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { EXACT, FINE, imageOf, scaledRaw } from './inputs.ts';

/** Blurs, edges and contrast of the image. */
export function checkFilters(golden: GoldenCase, report: CaseReport): void {
  const { width, height, data } = scaledRaw(golden);
  for (const sigma of ['1.0', '2.0', '3.5']) {
    const blurred = gaussianBlur(data, width, height, Number(sigma));
    report.compare(`gauss.s${sigma}.reflect`, blurred, FINE);
  }
  for (const edges of ['nearest', 'constant'] as const) {
    report.compare(`gauss.s1.5.${edges}`, gaussianBlur(data, width, height, 1.5, edges), FINE);
  }
  report.compare('gauss.skimage_s2', gaussianBlur(data, width, height, 2, 'nearest'), FINE);
  report.compare('sobel', sobelMagnitude(data, width, height), FINE);
  const raw = imageOf(golden, 'raw');
  report.compare('median3', medianFilter(raw.data, width, height), EXACT);
  const sorted = Float64Array.from(raw.data).sort();
  const [black, white] = [quantileOf(sorted, 0.01), quantileOf(sorted, 0.99)];
  report.compare('rescale_1_99', rescaleIntensity(raw.data, black, white), FINE);
}
