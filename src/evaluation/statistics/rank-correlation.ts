import { averageRanks } from './average-ranks.ts';

/**
 * Kendall's τ-b: agreement of the order of all pairs, −1 to 1, corrected for ties (`scipy.stats.kendalltau`).
 * @returns Null when there are fewer than two values or one side is all equal.
 */
export function kendallTau(a: readonly number[], b: readonly number[]): number | null {
  let agreement = 0;
  let untiedA = 0;
  let untiedB = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const signA = Math.sign(a[i] - a[j]);
      const signB = Math.sign(b[i] - b[j]);
      agreement += signA * signB;
      untiedA += Math.abs(signA);
      untiedB += Math.abs(signB);
    }
  }
  return untiedA > 0 && untiedB > 0 ? agreement / Math.sqrt(untiedA * untiedB) : null;
}

/**
 * Spearman's ρ: Pearson's correlation of the ranks, −1 to 1 (`scipy.stats.spearmanr`).
 * @returns Null when there are fewer than two values or one side is all equal.
 */
export function spearmanRho(a: readonly number[], b: readonly number[]): number | null {
  const middle = (a.length + 1) / 2;
  const [ranksA, ranksB] = [a, b].map((values) =>
    averageRanks(values).map((rank) => rank - middle),
  );
  const shared = ranksA.reduce((sum, rank, at) => sum + rank * ranksB[at], 0);
  const [spreadA, spreadB] = [ranksA, ranksB].map((ranks) =>
    ranks.reduce((sum, rank) => sum + rank * rank, 0),
  );
  return spreadA > 0 && spreadB > 0 ? shared / Math.sqrt(spreadA * spreadB) : null;
}
