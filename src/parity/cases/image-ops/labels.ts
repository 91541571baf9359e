import { clearBorder } from '../../../imaging/clear-border.ts';
import { expandLabels } from '../../../imaging/expand-labels.ts';
import { instanceHullAreas } from '../../../imaging/instance-hulls.ts';
import { instanceMoments } from '../../../imaging/instance-moments.ts';
import { instanceEulerNumbers, instancePerimeters } from '../../../imaging/instance-outlines.ts';
import { instanceStatistics } from '../../../imaging/instance-statistics.ts';
import { labelEdges } from '../../../imaging/label-edges.ts';
import { removeSmallObjects } from '../../../imaging/remove-small-objects.ts';
import { renumberLabels } from '../../../imaging/renumber-labels.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import {
  DOUBLE,
  EXACT,
  type GoldenRegion,
  type ImageOpsData,
  imageOf,
  labelsOf,
  truth,
} from './inputs.ts';

/** Label maps with objects taken away, grown or outlined. */
export function checkLabels(golden: GoldenCase, report: CaseReport): void {
  const labels = labelsOf(golden, 'label8');
  report.compare('clear_border', clearBorder(labels).data, EXACT);
  report.compare('find_boundaries_inner', truth(labelEdges(labels, { side: 'inner' })), EXACT);
  report.compare('expand_labels_3', expandLabels(labels, 3).data, EXACT);
  const kept = renumberLabels(labelsOf(golden, 'remove_small_objects_30'));
  report.compareValues(
    'remove_small_objects_30',
    removeSmallObjects(labels, 30).data,
    kept.data,
    EXACT,
  );
}

function valuesOf(region: GoldenRegion): number[] {
  const [top, left, bottom, right] = region.bbox;
  return [
    region.area,
    ...[left, top, right - left, bottom - top],
    ...region.centroid,
    ...[region.major, region.minor, region.eccentricity, region.orientation],
    ...[region.perimeter, region.solidity, region.euler, region.mean_intensity],
  ];
}

/** What is measured of each object. */
export function checkRegions(golden: GoldenCase, report: CaseReport): void {
  const labels = labelsOf(golden, 'label8');
  const levels = imageOf(golden, 'raw').data;
  const shapes = new Map(instanceStatistics(labels).map((shape) => [shape.id, shape]));
  const moments = instanceMoments(labels);
  const perimeters = instancePerimeters(labels);
  const eulerNumbers = instanceEulerNumbers(labels);
  const hulls = instanceHullAreas(labels);
  for (const region of (golden.data as ImageOpsData).regionprops_label8) {
    const id = region.label;
    const shape = shapes.get(id);
    const ellipse = moments.get(id)?.ellipse();
    if (!shape || !ellipse) {
      report.expect(`region ${id}`, false, 'it was not found');
      continue;
    }
    const [x, y] = shape.centroid;
    const light = levels.reduce((sum, level, at) => sum + (labels.data[at] === id ? level : 0), 0);
    report.compareValues(
      `region ${id}`,
      [
        shape.area,
        ...shape.box,
        ...[y, x],
        ...[ellipse.major, ellipse.minor, ellipse.eccentricity, ellipse.orientation],
        ...[perimeters[id], shape.area / (hulls.get(id) ?? 0), eulerNumbers[id]],
        light / shape.area,
      ],
      valuesOf(region),
      DOUBLE,
    );
  }
}
