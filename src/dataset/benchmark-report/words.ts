import type { FeatureDistance } from '../../evaluation/distributions/set-comparison.ts';
import type { Figure } from '../../evaluation/figures.ts';
import type { SlicedTrait } from '../../evaluation/slices/image-slices.ts';
import type { ReportLanguage } from '../report/words.ts';
import { BENCHMARK_WORDS_EN } from './words-en.ts';
import { BENCHMARK_WORDS_ZH } from './words-zh.ts';

/** All that a benchmark report says. */
export interface BenchmarkWords {
  title: string;
  kind: Record<'synthetic' | 'real', string>;
  images: string;
  objects: string;
  algorithm: string;
  secondsPerImage: string;
  failed: string;
  missing: string;
  scores: string;
  scoresNote: string;
  curves: string;
  curvesNote: string;
  threshold: string;
  errors: string;
  errorsNote: string;
  error: Record<'correct' | 'missed' | 'extra' | 'split' | 'merged' | 'catastrophe', string>;
  tests: string;
  testsNote: string;
  pair: string;
  difference: string;
  interval: string;
  p: string;
  correctedP: string;
  slices: string;
  slicesNote: string;
  trait: Record<SlicedTrait, string>;
  sizes: string;
  area: string;
  recall: string;
  agreement: string;
  agreementNote: string;
  kendall: string;
  spearman: string;
  distance: string;
  distanceNote: string;
  feature: string;
  featureName: Record<FeatureDistance['feature'], string>;
  wasserstein: string;
  standardised: string;
  frechet: string;
  kernel: string;
  precision: string;
  cellRecall: string;
  protocol: string;
  started: string;
  version: string;
  backend: string;
  bootstrap: string;
  resamples: string;
  seed: string;
  set: string;
  origin: string;
  parameters: string;
  weights: string;
  none: string;
  definitions: string;
  figure: Record<Figure, string>;
  definition: Record<Figure, string>;
  /** Between a name and what is said of it. */
  colon: string;
}

/** The words of a language. */
export function benchmarkWords(language: ReportLanguage): BenchmarkWords {
  return language === 'zh-CN' ? BENCHMARK_WORDS_ZH : BENCHMARK_WORDS_EN;
}
