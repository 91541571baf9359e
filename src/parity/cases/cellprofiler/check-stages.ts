import { diskOffsets } from '../../../imaging/disk-offsets.ts';
import { fillLabelHoles } from '../../../imaging/fill-label-holes.ts';
import { numberComponents } from '../../../imaging/number-components.ts';
import { propagateLabels } from '../../../imaging/propagate-labels.ts';
import { findMaxima } from '../../../segmentation/cellprofiler/find-maxima.ts';
import { smoothForDeclumping } from '../../../segmentation/cellprofiler/smooth-for-declumping.ts';
import { applyThreshold } from '../../../segmentation/cellprofiler/threshold-image.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { goldenImage, realImage } from './golden-image.ts';

const EXACT = { atol: 0 };

/** The threshold of the stages' labels. */
const LABELLED_ABOVE = 0.2;

function checkFilling(golden: GoldenCase, report: CaseReport): void {
  const { shape, data } = golden.input('stage.fill_in');
  const filled = fillLabelHoles(Int32Array.from(data), shape[1], shape[0]);
  report.compare('stage.fill_out', filled, EXACT);
}

function checkMaxima(golden: GoldenCase, report: CaseReport): void {
  const image = goldenImage(golden, 0);
  const { width, height } = image;
  const data = smoothForDeclumping(image, (2.35 * 8) / 3.5);
  report.compare('stage.smooth_2.35x8/3.5', data, { atol: 1e-6 });
  const { binary } = applyThreshold(image, LABELLED_ABOVE, 0);
  const { labels } = numberComponents(binary, width, height, 8);
  report.compare('stage.label8', labels, EXACT);
  const radius = 8 / 1.5 - 0.5;
  const maxima = findMaxima({ width, height, data, labels }, { scale: 1, radius, suppression: 0 });
  report.compare('stage.get_maxima', maxima, EXACT);
}

function checkDisk(golden: GoldenCase, report: CaseReport): void {
  const { dx, dy } = diskOffsets(4.83);
  const [side] = golden.peek('stage.strel_disk_4.83').shape;
  const disk = new Uint8Array(side * side);
  const middle = (disk.length - 1) / 2;
  disk[middle] = 1;
  dx.forEach((x, i) => {
    disk[middle + dy[i] * side + x] = 1;
  });
  report.compare('stage.strel_disk_4.83', disk, EXACT);
}

function checkPropagation(golden: GoldenCase, report: CaseReport): void {
  const { width, data } = realImage(golden, 'stage.propagate.image');
  const seeds = Int32Array.from(golden.input('stage.propagate.seeds').data);
  const mask = golden.input('stage.propagate.mask').data;
  const { labels, distances } = propagateLabels(data, seeds, width, { mask, weight: 0.05 });
  report.compare('stage.propagate.labels', labels, EXACT);
  report.compare('stage.propagate.distance', distances, { atol: 1e-4 });
}

/** The steps of IdentifyPrimaryObjects, one by one. */
export function checkStages(golden: GoldenCase, report: CaseReport): void {
  checkFilling(golden, report);
  checkMaxima(golden, report);
  checkDisk(golden, report);
  checkPropagation(golden, report);
}
