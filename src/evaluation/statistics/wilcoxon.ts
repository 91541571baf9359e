import { averageRanks } from './average-ranks.ts';
import { standardNormalTail } from './normal-tail.ts';

/** A two-sided Wilcoxon signed-rank test of paired values. */
export interface SignedRankTest {
  /** Pairs that differ; equal ones say nothing. */
  pairs: number;
  /** Sum of the ranks of the pairs in which the first is larger. */
  positiveRanks: number;
  /** Null when no pair differs. */
  p: number | null;
}

/** Up to this many pairs the distribution is counted out, ties and all. */
const EXACT_UP_TO = 200;

/** Decimals to which differences of figures are the same. */
const DECIMALS = 1e12;

/** Share of the ways to give signs to the ranks whose positive ones add up to `sum` or less. */
function shareUpTo(ranks: readonly number[], sum: number): number {
  // Shared ranks are halves, so twice the ranks are whole.
  const doubled = ranks.map((rank) => Math.round(2 * rank));
  const most = doubled.reduce((total, rank) => total + rank, 0);
  let shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (const rank of doubled) {
    shares = shares.map((share, at) => (share + (at >= rank ? shares[at - rank] : 0)) / 2);
  }
  return shares.subarray(0, Math.round(2 * sum) + 1).reduce((total, share) => total + share, 0);
}

function normalP(ranks: readonly number[], sum: number): number {
  const mean = ranks.reduce((total, rank) => total + rank, 0) / 2;
  const variance = ranks.reduce((total, rank) => total + rank * rank, 0) / 4;
  return 2 * standardNormalTail(Math.abs(sum - mean) / Math.sqrt(variance));
}

/**
 * Tests whether paired values differ. Up to 200 pairs that differ the p value is exact: all signs of the observed ranks
 * are equally likely, ties sharing ranks (SciPy's `mode='exact'` where there are no ties). Beyond, it is that of the
 * normal distribution with the observed ranks' variance (SciPy's `mode='approx'`).
 */
export function wilcoxonSignedRank(a: readonly number[], b: readonly number[]): SignedRankTest {
  const differences = a
    .map((value, at) => Math.round((value - b[at]) * DECIMALS) / DECIMALS)
    .filter((difference) => difference !== 0);
  const ranks = averageRanks(differences.map(Math.abs));
  const positiveRanks = ranks.reduce((sum, rank, at) => sum + (differences[at] > 0 ? rank : 0), 0);
  const pairs = differences.length;
  if (pairs === 0) return { pairs, positiveRanks, p: null };
  const smaller = Math.min(positiveRanks, (pairs * (pairs + 1)) / 2 - positiveRanks);
  const p =
    pairs <= EXACT_UP_TO
      ? Math.min(1, 2 * shareUpTo(ranks, smaller))
      : normalP(ranks, positiveRanks);
  return { pairs, positiveRanks, p };
}
