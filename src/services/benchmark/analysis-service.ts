import { benchmarkCsv, benchmarkJson } from '../../dataset/benchmark-report/benchmark-files.ts';
import { benchmarkHtml } from '../../dataset/benchmark-report/benchmark-html.ts';
import type { ReportLanguage } from '../../dataset/report/words.ts';
import {
  type AlgorithmSummary,
  summariseAlgorithms,
} from '../../evaluation/benchmark/algorithm-summary.ts';
import {
  type FigureSlice,
  sliceFigure,
  sliceObjects,
} from '../../evaluation/benchmark/figure-slices.ts';
import {
  compareAlgorithms,
  type PairedComparison,
} from '../../evaluation/benchmark/paired-comparison.ts';
import { type RankAgreement, rankAgreement } from '../../evaluation/benchmark/rank-agreement.ts';
import type { BenchmarkResults } from '../../evaluation/benchmark-results.ts';
import type { CellFeatures } from '../../evaluation/cells/cell-features.ts';
import { compareSets } from '../../evaluation/distributions/compare-sets.ts';
import type { SetComparison } from '../../evaluation/distributions/set-comparison.ts';
import type { Figure } from '../../evaluation/figures.ts';
import { SLICED_TRAITS, type SlicedTrait } from '../../evaluation/slices/image-slices.ts';
import type { SizeSlice } from '../../evaluation/slices/size-slices.ts';
import type { ReportFormat } from './report-formats.ts';

/** What can be said of one set beyond the figures of its images. */
export interface SetAnalysis {
  summaries: AlgorithmSummary[];
  comparisons: PairedComparison[];
  /** The figure by difficulty of the images. */
  slices: Record<SlicedTrait, FigureSlice[]>;
  /** What was found of small, middling and large cells, by algorithm. */
  sizes: Record<string, SizeSlice[]>;
}

/** Cells of a set under its name. */
export interface NamedCells {
  name: string;
  cells: readonly CellFeatures[];
}

/** What the analysis worker offers: statistics that take longer than a frame. */
export interface AnalysisService {
  /** @param set Place in `results.sets`. @param figure What is tested and sliced. */
  analyse(results: BenchmarkResults, set: number, figure: Figure): Promise<SetAnalysis>;
  /** Whether a synthetic and a real set rank the algorithms alike; null for fewer than two algorithms on both. */
  agreement(results: BenchmarkResults, figure: Figure): Promise<RankAgreement | null>;
  /** The results as a file of their own, the report in the language. */
  write(results: BenchmarkResults, format: ReportFormat, language: ReportLanguage): Promise<string>;
  /** How far apart the cells of the two are. */
  compareCells(synthetic: NamedCells, real: NamedCells, seed: number): Promise<SetComparison>;
}

/** The analysis for the worker it runs in. */
export function createAnalysisService(): AnalysisService {
  return {
    async analyse(results, set, figure) {
      const slices = SLICED_TRAITS.map((trait) => [
        trait,
        sliceFigure(results, set, trait, figure),
      ]);
      return {
        summaries: summariseAlgorithms(results, set),
        comparisons: compareAlgorithms(results, set, figure),
        slices: Object.fromEntries(slices),
        sizes: sliceObjects(results, set),
      };
    },
    agreement: async (results, figure) => rankAgreement(results, figure),
    async write(results, format, language) {
      if (format === 'html') return benchmarkHtml(results, language);
      return format === 'csv' ? benchmarkCsv(results) : benchmarkJson(results);
    },
    compareCells: async (synthetic, real, seed) => compareSets(synthetic, real, seed),
  };
}
