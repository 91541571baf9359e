import { logIntensities } from '../../imaging/thresholds/log-intensities.ts';
import { minimumCrossEntropy } from '../../imaging/thresholds/minimum-cross-entropy.ts';
import { multiOtsuOfValues } from '../../imaging/thresholds/multi-otsu.ts';
import { otsuOfValues } from '../../imaging/thresholds/otsu.ts';
import { robustBackground } from '../../imaging/thresholds/robust-background.ts';
import type { ThresholdSettings } from './threshold-settings.ts';

/** A rule that gives one threshold for values that are not all equal. */
export type ThresholdRule = (values: ArrayLike<number>) => number;

/** The threshold multiplied by the correction factor and kept within its bounds. */
export function correctThreshold(threshold: number, settings: ThresholdSettings): number {
  const { correctionFactor, lowerBound, upperBound } = settings;
  return Math.min(Math.max(threshold * correctionFactor, lowerBound), upperBound);
}

/** Whether the logarithm is taken first: of all methods, Otsu and Minimum Cross-Entropy know of it. */
export function thresholdsLogarithms(settings: ThresholdSettings, method: string): boolean {
  return settings.logTransform && (method === 'Otsu' || method === 'Minimum Cross-Entropy');
}

/**
 * The rule behind a method's name, as the settings tune it. Sauvola, which has no threshold for a whole
 * image, is stood in for by Minimum Cross-Entropy.
 */
export function thresholdRule(
  settings: ThresholdSettings,
  method: ThresholdSettings['globalMethod'] | ThresholdSettings['adaptiveMethod'],
): ThresholdRule {
  if (method === 'Robust Background') return (values) => robustBackground(values, settings);
  if (method !== 'Otsu') return minimumCrossEntropy;
  if (settings.otsuClasses === 'Two classes') return otsuOfValues;
  const wanted = settings.middleClass === 'Foreground' ? 0 : 1;
  return (values) => multiOtsuOfValues(values)[wanted];
}

/** What every rule gives for values that leave no choice: 0 for none, their value for equal ones; else null. */
export function trivialThreshold(values: ArrayLike<number>): number | null {
  if (values.length === 0) return 0;
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return null;
  return values[0];
}

/**
 * One threshold for the whole image by the method of the settings' scope, before it is corrected
 * (CellProfiler's `get_global_threshold`).
 * @param values Intensities from 0 to 1.
 */
export function globalThreshold(values: ArrayLike<number>, settings: ThresholdSettings): number {
  const method = settings.scope === 'Global' ? settings.globalMethod : settings.adaptiveMethod;
  if (method === 'Manual') return settings.manualThreshold;
  const trivial = trivialThreshold(values);
  if (trivial !== null) return trivial;
  const rule = thresholdRule(settings, method);
  if (!thresholdsLogarithms(settings, method)) return rule(values);
  const logarithms = logIntensities(values);
  return logarithms.intensityOf(rule(logarithms.values));
}
