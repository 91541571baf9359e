import { distanceTransform } from '../../../imaging/distance-transform.ts';
import { gaussianBlur } from '../../../imaging/gaussian-blur.ts';
import { localPeaks, markPeaks } from '../../../imaging/local-peaks.ts';
import { watershed } from '../../../imaging/watershed.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { EXACT, imageOf, scaledRaw } from './inputs.ts';

/** The steps between peaks of the distances; any number from 3 to 7 finds the golden's. */
const BETWEEN_PEAKS = 5;

/** Peaks of the distances, and floods from them. */
export function checkWatersheds(golden: GoldenCase, report: CaseReport): void {
  const clean = imageOf(golden, 'clean');
  const { width, height, data: mask } = clean;
  const distances = distanceTransform(clean);
  const smooth = gaussianBlur(distances, width, height, 1);
  const peaks = localPeaks(smooth, width, height, { minDistance: BETWEEN_PEAKS });
  const positions = Array.from(peaks, (at) => [Math.floor(at / width), at % width]).flat();
  report.compare('peaks', positions, EXACT);
  const markers = markPeaks(peaks, mask.length);
  report.compare('markers', markers, EXACT);
  const heights = distances.map((distance) => -distance);
  report.compare('watershed.edt', watershed(heights, markers, width, { mask }), EXACT);
  report.compare(
    'watershed.edt_conn2',
    watershed(heights, markers, width, { mask, connectivity: 8 }),
    EXACT,
  );
  report.compare('watershed.line', watershed(heights, markers, width, { mask, line: true }), EXACT);
  const raw = scaledRaw(golden).data;
  const dark = gaussianBlur(raw, width, height, 2).map((value) => -value);
  report.compare('watershed.gauss2_nomask', watershed(dark, markers, width), EXACT);
  const plateaus = Float64Array.from(golden.input('watershed.int_plateaus_img').data);
  report.compare('watershed.int_plateaus', watershed(plateaus, markers, width, { mask }), EXACT);
}
