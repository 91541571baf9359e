import { addCounts, type MatchCounts } from '../../../evaluation/matching/match-counts.ts';
import {
  assignObjects,
  type MatchCriterion,
  overlapScore,
} from '../../../evaluation/matching/match-objects.ts';
import { type MatchScores, matchScores } from '../../../evaluation/matching/match-scores.ts';
import { type OverlapTable, overlapTable } from '../../../evaluation/matching/overlap-table.ts';
import { meanOf } from '../../../evaluation/ratio.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import type { ParityEntry } from '../../registry.ts';
import { fullAssignment } from './full-assignment.ts';
import { labelTensor } from './label-tensor.ts';

/** One result of `stardist.matching`, as the sidecar has it. */
interface GoldenMatching {
  criterion: MatchCriterion;
  thresh: number;
  tp: number;
  fp: number;
  fn: number;
  n_true: number;
  n_pred: number;
  precision: number;
  recall: number;
  accuracy: number;
  f1: number;
  mean_true_score: number;
  mean_matched_score: number;
  panoptic_quality: number;
}
interface GoldenPair extends GoldenMatching {
  pair: number;
  matched_pairs?: number[][];
  matched_scores?: number[];
  matched_tps?: number[];
}
interface StarDistData {
  matching: GoldenPair[];
  matching_dataset: (GoldenMatching & { by_image: boolean })[];
}

const EXACT = { atol: 0 };
const TOLERANCE = { atol: 1e-6 };

/** Pairs of the set results, by the case's description. */
const SET_PAIRS = [0, 1, 2, 3, 4];

function countsOf(table: OverlapTable, threshold: number, criterion: MatchCriterion): MatchCounts {
  const scores = assignObjects(table, threshold, criterion)
    .map((pair) => overlapScore(table, pair, criterion))
    .filter((score) => score >= threshold);
  return {
    threshold,
    truePositives: scores.length,
    falsePositives: table.predicted.ids.length - scores.length,
    falseNegatives: table.truth.ids.length - scores.length,
    iouSum: scores.reduce((sum, score) => sum + score, 0),
  };
}

/** In the order of `expectedScores`; StarDist says 0 for a figure that is not defined. */
const scoresInOrder = (scores: MatchScores) =>
  [
    scores.precision,
    scores.recall,
    scores.averagePrecision,
    scores.f1,
    scores.meanTrueIou,
    scores.meanMatchedIou,
    scores.panopticQuality,
  ].map((score) => score ?? 0);

const expectedScores = (golden: GoldenMatching) => [
  golden.precision,
  golden.recall,
  golden.accuracy,
  golden.f1,
  golden.mean_true_score,
  golden.mean_matched_score,
  golden.panoptic_quality,
];

function compareCounts(
  report: CaseReport,
  name: string,
  counts: MatchCounts,
  expected: GoldenMatching,
): void {
  const { truePositives, falsePositives, falseNegatives } = counts;
  report.compareValues(
    `${name} counts`,
    [
      ...[truePositives, falsePositives, falseNegatives],
      ...[truePositives + falseNegatives, truePositives + falsePositives],
    ],
    [expected.tp, expected.fp, expected.fn, expected.n_true, expected.n_pred],
    EXACT,
  );
}

function comparePairs(report: CaseReport, table: OverlapTable, expected: GoldenPair): void {
  const { pair: number, thresh, criterion, matched_pairs, matched_scores, matched_tps } = expected;
  if (!matched_pairs || !matched_scores || !matched_tps) return;
  const pairs = fullAssignment(table, assignObjects(table, thresh, criterion), (pair) =>
    overlapScore(table, pair, criterion),
  );
  const name = `pair ${number} ${criterion} ${thresh}`;
  report.compareValues(
    `${name} pairs`,
    pairs.flatMap((pair) => [table.truth.ids[pair.truth], table.predicted.ids[pair.predicted]]),
    matched_pairs.flat(),
    EXACT,
  );
  report.compareValues(
    `${name} scores`,
    pairs.map(({ score }) => score),
    matched_scores,
    TOLERANCE,
  );
  report.compareValues(
    `${name} matches`,
    pairs.flatMap(({ score }, at) => (score >= thresh ? [at] : [])),
    matched_tps,
    EXACT,
  );
}

function meanScores(counts: readonly MatchCounts[]): number[] {
  const scores = counts.map((each) => scoresInOrder(matchScores(each)));
  return scores[0].map((_, at) => meanOf(scores.map((each) => each[at])) ?? 0);
}

function runCase(golden: GoldenCase, report: CaseReport): void {
  const { matching, matching_dataset } = golden.data as StarDistData;
  const numbers = new Set(matching.map(({ pair }) => pair));
  const tables = new Map(
    [...numbers].map((number) => [
      number,
      overlapTable(
        labelTensor(golden, `pair${number}.true`),
        labelTensor(golden, `pair${number}.pred`),
      ),
    ]),
  );
  for (const expected of matching) {
    const { pair, thresh, criterion } = expected;
    const table = tables.get(pair)!;
    const counts = countsOf(table, thresh, criterion);
    const name = `pair ${pair} ${criterion} ${thresh}`;
    compareCounts(report, name, counts, expected);
    report.compareValues(
      name,
      scoresInOrder(matchScores(counts)),
      expectedScores(expected),
      TOLERANCE,
    );
    comparePairs(report, table, expected);
  }
  for (const expected of matching_dataset) {
    const { thresh, criterion, by_image } = expected;
    const counts = SET_PAIRS.map((pair) => countsOf(tables.get(pair)!, thresh, criterion));
    const name = `set ${thresh}${by_image ? ' by image' : ''}`;
    compareCounts(report, name, addCounts(counts), expected);
    const scores = by_image
      ? meanScores(counts)
      : scoresInOrder(matchScores({ ...addCounts(counts), threshold: thresh }));
    report.compareValues(name, scores, expectedScores(expected), TOLERANCE);
  }
}

/** `stardist.matching` of pairs of label maps and of all of them as a set. */
export const STARDIST_MATCHING_CASE: ParityEntry = {
  matches: /^04_stardist_matching$/,
  run: async (golden, report) => runCase(golden, report),
};
