import {
  type FeatureMoments,
  featureMoments,
} from '../../../evaluation/distributions/feature-moments.ts';
import type { FeatureTable } from '../../../evaluation/distributions/feature-table.ts';
import { frechetDistance } from '../../../evaluation/distributions/frechet-distance.ts';
import {
  kernelDistance,
  polynomialDiscrepancy,
} from '../../../evaluation/distributions/kernel-distance.ts';
import { precisionRecall } from '../../../evaluation/distributions/precision-recall.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import type { ParityEntry } from '../../registry.ts';

interface PairData {
  fid: number;
  kid_one_full_subset: number | null;
  kid_subsets100_size50_seed: number;
  kid_subsets100_size50: number;
  kid_subsets10_size1000_seed: number;
  kid_subsets10_size1000: number;
  precision_k3: number;
  recall_k3: number;
  precision_k5_batched: number;
  recall_k5_batched: number;
}

/** The tensors behind the names of the pairs: `config.pairs` says so in words. */
const TENSORS = { a: 'real', b: 'gen', c: 'gen2' } as const;

/** The float64 values were cast to float32, to within 2^-24 of them. */
const STATISTICS = { atol: 1e-8, rtol: 1e-7 };
/**
 * The distance of a set from itself is what rounding leaves of sums of about 40: the relative tolerance can only hold
 * beside as much as float64 leaves of those.
 */
const FRECHET = { atol: 1e-12, rtol: 1e-4 };
const KERNEL = { atol: 2e-5 };

function tableOf(golden: GoldenCase, name: string): FeatureTable {
  const { shape, data } = golden.input(name);
  return { rows: shape[0], columns: shape[1], data: Float64Array.from(data) };
}

function compareKernel(
  report: CaseReport,
  name: string,
  real: FeatureTable,
  generated: FeatureTable,
  data: PairData,
): void {
  if (data.kid_one_full_subset !== null) {
    const found = polynomialDiscrepancy(generated, real);
    report.compareValues(`${name} KID, all rows`, [found], [data.kid_one_full_subset], KERNEL);
  }
  const subsets = kernelDistance(real, generated, {
    subsets: 100,
    subsetSize: 50,
    seed: data.kid_subsets100_size50_seed,
  });
  report.compareValues(`${name} KID 100 × 50`, [subsets], [data.kid_subsets100_size50], KERNEL);
  const large = kernelDistance(real, generated, {
    subsets: 10,
    subsetSize: 1000,
    seed: data.kid_subsets10_size1000_seed,
  });
  report.compareValues(`${name} KID 10 × 1000`, [large], [data.kid_subsets10_size1000], KERNEL);
}

function comparePrecisionRecall(
  report: CaseReport,
  name: string,
  real: FeatureTable,
  generated: FeatureTable,
  data: PairData,
): void {
  for (const [neighbours, precision, recall] of [
    [3, data.precision_k3, data.recall_k3],
    [5, data.precision_k5_batched, data.recall_k5_batched],
  ]) {
    const found = precisionRecall(real, generated, neighbours);
    report.compareValues(`${name} precision k=${neighbours}`, [found.precision], [precision], {
      atol: 1 / generated.rows,
    });
    report.compareValues(`${name} recall k=${neighbours}`, [found.recall], [recall], {
      atol: 1 / real.rows,
    });
  }
}

function runCase(golden: GoldenCase, report: CaseReport): void {
  const data = golden.data as Record<string, PairData>;
  const tables = new Map<string, FeatureTable>();
  const moments = new Map<string, FeatureMoments>();
  for (const name of Object.values(TENSORS)) {
    const table = tableOf(golden, name);
    tables.set(name, table);
    moments.set(name, featureMoments(table));
    if (!golden.has(`mean_${name}`)) continue;
    report.compare(`mean_${name}`, moments.get(name)!.mean, STATISTICS);
    report.compare(`cov_${name}`, moments.get(name)!.covariance, STATISTICS);
  }
  for (const [pair, expected] of Object.entries(data)) {
    const [real, generated] = [...pair].map((letter) => TENSORS[letter as keyof typeof TENSORS]);
    const distance = frechetDistance(moments.get(real)!, moments.get(generated)!);
    report.compareValues(`${pair} FID`, [distance], [expected.fid], FRECHET);
    compareKernel(report, pair, tables.get(real)!, tables.get(generated)!, expected);
    comparePrecisionRecall(report, pair, tables.get(real)!, tables.get(generated)!, expected);
  }
}

/** StyleGAN3's `metrics` on given features. */
export const FEATURE_DISTANCES_CASE: ParityEntry = {
  matches: /^06_fid_kid_pr$/,
  run: async (golden, report) => runCase(golden, report),
};
