import { binarise } from '../../../imaging/binarise.ts';
import { closeMask, dilateMask, erodeMask, openMask } from '../../../imaging/binary-morphology.ts';
import { chessboardDistance } from '../../../imaging/chessboard-distance.ts';
import { distanceTransform } from '../../../imaging/distance-transform.ts';
import { fillHoles } from '../../../imaging/fill-holes.ts';
import { labelComponents } from '../../../imaging/label-components.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { EXACT, FINE, type ImageOpsData, imageOf, truth } from './inputs.ts';

/** The mask of the image, its morphology, distances and components. */
export function checkMasks(golden: GoldenCase, report: CaseReport): void {
  const data = golden.data as ImageOpsData;
  const mask = binarise(imageOf(golden, 'raw'), data.thresholds.otsu_u8 + 1);
  report.compare('binary_otsu', truth(mask), EXACT);
  report.compare('fill_holes', truth(fillHoles(mask)), EXACT);
  report.compare('open3x3', truth(openMask(mask, 'square')), EXACT);
  report.compare('close3x3', truth(closeMask(mask, 'square')), EXACT);
  report.compare('erode4', truth(erodeMask(mask, 'cross')), EXACT);
  report.compare('dilate4_x2', truth(dilateMask(mask, 'cross', 2)), EXACT);
  const clean = fillHoles(openMask(mask, 'square'));
  report.compare('clean', truth(clean), EXACT);
  report.compare('edt', distanceTransform(clean), FINE);
  report.compare('edt_cdt_chessboard', chessboardDistance(clean), EXACT);
  const noise = imageOf(golden, 'noise');
  report.compare('noise.edt', distanceTransform(noise), FINE);
  for (const connectivity of [4, 8] as const) {
    const name = `label${connectivity}`;
    const found = {
      label_counts: labelComponents(mask, { connectivity }),
      noise_counts: labelComponents(noise, { connectivity }),
    };
    report.compare(name, found.label_counts.data, EXACT);
    report.compare(`noise.${name}`, found.noise_counts.data, EXACT);
    for (const counts of ['label_counts', 'noise_counts'] as const) {
      const count = Math.max(...found[counts].data);
      report.compareValues(counts, [count], [data[counts][`n${connectivity}`]], EXACT);
    }
  }
}
