import { cellposeJaccard } from '../../../evaluation/figures/aggregated-jaccard.ts';
import { boundaryCounts, boundaryScores } from '../../../evaluation/figures/boundary-counts.ts';
import { medianDiameter } from '../../../evaluation/figures/median-diameter.ts';
import { objectOutlines } from '../../../evaluation/figures/outlines.ts';
import { countMatches } from '../../../evaluation/matching/match-counts.ts';
import { assignObjects } from '../../../evaluation/matching/match-objects.ts';
import { matchScores } from '../../../evaluation/matching/match-scores.ts';
import { type OverlapTable, overlapTable } from '../../../evaluation/matching/overlap-table.ts';
import type { LabelImage } from '../../../imaging/image.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import type { ParityEntry } from '../../registry.ts';
import { fullAssignment } from './full-assignment.ts';
import { labelTensor } from './label-tensor.ts';

interface CellposeMetricsData {
  thresholds: number[];
  average_precision: number[][];
  tp: number[][];
  fp: number[][];
  fn: number[][];
  aji: number[];
  boundary: Record<'precision' | 'recall' | 'fscore', number[][]> & { scales: number[] };
  mask_ious: { iout: number[]; preds: number[] }[];
  diameters: number[];
}

interface LabelPair {
  truth: LabelImage;
  predicted: LabelImage;
  table: OverlapTable;
}

const EXACT = { atol: 0 };
const TOLERANCE = { atol: 1e-6 };
const BOUNDARY_TOLERANCE = { atol: 1e-4 };

/** Shared pixels of all labels, the background (0) too, `[n + 1, m + 1]` row by row, with the labels' areas. */
function overlapsWithBackground({ pixels, truth, predicted, pairs }: OverlapTable) {
  const columns = predicted.ids.length + 1;
  const background = (areas: Float64Array) => pixels - areas.reduce((sum, area) => sum + area, 0);
  const rowAreas = [background(truth.areas), ...truth.areas];
  const columnAreas = [background(predicted.areas), ...predicted.areas];
  const shared = new Float64Array((truth.ids.length + 1) * columns);
  for (const [at, area] of truth.areas.entries()) shared[(at + 1) * columns] = area;
  for (const [at, area] of predicted.areas.entries()) shared[at + 1] = area;
  shared[0] = background(truth.areas) + background(predicted.areas) - pixels;
  for (const pair of pairs) {
    shared[(pair.truth + 1) * columns + pair.predicted + 1] = pair.overlap;
    shared[(pair.truth + 1) * columns] -= pair.overlap;
    shared[pair.predicted + 1] -= pair.overlap;
    shared[0] += pair.overlap;
  }
  return { shared, rowAreas, columnAreas };
}

function iouMatrix(table: OverlapTable): Float64Array {
  const { shared, rowAreas, columnAreas } = overlapsWithBackground(table);
  return shared.map((overlap, at) => {
    const row = Math.floor(at / columnAreas.length);
    return overlap / (rowAreas[row] + columnAreas[at % columnAreas.length] - overlap);
  });
}

function compareMatches(report: CaseReport, pairs: LabelPair[], data: CellposeMetricsData): void {
  for (const [number, { table }] of pairs.entries()) {
    const counts = data.thresholds.map((threshold) => countMatches(table, threshold));
    for (const [golden, name] of [
      ['tp', 'truePositives'],
      ['fp', 'falsePositives'],
      ['fn', 'falseNegatives'],
    ] as const) {
      const found = counts.map((each) => each[name]);
      report.compareValues(`pair ${number} ${golden}`, found, data[golden][number], EXACT);
    }
    report.compareValues(
      `pair ${number} average precision`,
      counts.map((each) => matchScores(each).averagePrecision ?? Number.NaN),
      data.average_precision[number],
      TOLERANCE,
    );
  }
}

function compareAssignments(
  report: CaseReport,
  pairs: LabelPair[],
  data: CellposeMetricsData,
): void {
  for (const [number, { iout, preds }] of data.mask_ious.entries()) {
    const { table } = pairs[number];
    const assigned = fullAssignment(table, assignObjects(table, 0.5), ({ iou }) => iou);
    const byTruth = new Map(assigned.map((pair) => [pair.truth, pair]));
    const places = Array.from(table.truth.ids, (_, at) => byTruth.get(at));
    const ids = places.map((pair) => (pair ? table.predicted.ids[pair.predicted] : 0));
    const ious = places.map((pair) => pair?.score ?? 0);
    report.compareValues(`pair ${number} partners`, ids, preds, EXACT);
    report.compareValues(`pair ${number} IoU with partners`, ious, iout, TOLERANCE);
  }
}

function compareBoundaries(
  report: CaseReport,
  pairs: LabelPair[],
  { boundary }: CellposeMetricsData,
): void {
  for (const [row, scale] of boundary.scales.entries()) {
    const scores = boundary.precision[row].map((_, number) => {
      const { truth, predicted } = pairs[number];
      return boundaryScores(boundaryCounts(truth, predicted, scale));
    });
    for (const [golden, name] of [
      ['precision', 'precision'],
      ['recall', 'recall'],
      ['fscore', 'f'],
    ] as const) {
      report.compareValues(
        `boundary ${golden} at ${scale}`,
        scores.map((each) => each[name] ?? Number.NaN),
        boundary[golden][row],
        BOUNDARY_TOLERANCE,
      );
    }
  }
}

function runCase(golden: GoldenCase, report: CaseReport): void {
  const data = golden.data as CellposeMetricsData;
  const pairs = data.diameters.map((_, number): LabelPair => {
    const truth = labelTensor(golden, `pair${number}.true`);
    const predicted = labelTensor(golden, `pair${number}.pred`);
    return { truth, predicted, table: overlapTable(truth, predicted) };
  });
  compareMatches(report, pairs, data);
  compareAssignments(report, pairs, data);
  compareBoundaries(report, pairs, data);
  const jaccards = data.aji.map((_, number) => cellposeJaccard(pairs[number].table));
  report.compareValues(
    'aggregated Jaccard index',
    jaccards.map(({ intersection, union }) => intersection / union),
    data.aji,
    TOLERANCE,
  );
  const diameters = pairs.map(({ table }) => medianDiameter(table.truth.areas));
  report.compareValues('diameters', diameters, data.diameters, TOLERANCE);
  for (const [number, { truth, table }] of pairs.entries()) {
    if (!golden.has(`pair${number}.outline_true`)) continue;
    report.compare(`pair${number}.outline_true`, objectOutlines(truth), EXACT);
    report.compare(`pair${number}.iou_matrix`, iouMatrix(table), TOLERANCE);
  }
}

/** `cellpose.metrics` and the outlines and diameters of `cellpose.utils` on pairs of label maps. */
export const CELLPOSE_METRICS_CASE: ParityEntry = {
  matches: /^04_cellpose_metrics$/,
  run: async (golden, report) => runCase(golden, report),
};
