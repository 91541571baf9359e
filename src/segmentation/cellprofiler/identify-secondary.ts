import { fillLabelHoles } from '../../imaging/fill-label-holes.ts';
import { filterLabels, labelAreas, labelsAtEdge } from '../../imaging/filter-labels.ts';
import type { RealImage } from '../../imaging/real-values.ts';
import { growSeeds } from './grow-seeds.ts';
import type { SecondarySettings } from './secondary-settings.ts';
import { type ThresholdOutcome, thresholdImage } from './threshold-image.ts';

/** The primary objects that secondary ones grow from; both maps are `[H, W]`. */
export interface SeedObjects {
  /** The objects, 1 … without gaps. */
  labels: Int32Array;
  /** All objects before any was discarded, under numbers of their own. */
  uneditedLabels: Int32Array;
}

/** What IdentifySecondaryObjects gives; all label maps are `[H, W]`, 0 in the background. */
export interface SecondaryObjects {
  /** Each object under the number of its primary one; there are gaps when some were discarded. */
  labels: Int32Array;
  /** All objects before any was discarded, under numbers of their own. */
  uneditedLabels: Int32Array;
  /**
   * The primary objects that are left, under the same numbers: those given, or, if the settings discard the
   * primary objects of discarded ones, the rest of them renumbered.
   */
  primaryLabels: Int32Array;
  /** Null for a method without a threshold. */
  threshold: Omit<ThresholdOutcome, 'binary'> | null;
}

/**
 * Seeds: every primary object that was not discarded, and those at the border although they were: the
 * cells around them would else be given to their neighbours.
 */
function seedsOf({ labels, uneditedLabels }: SeedObjects, width: number, height: number) {
  const atEdge = labelsAtEdge(uneditedLabels, width, height);
  return uneditedLabels.map((label, i) => (labels[i] !== 0 || atEdge.has(label) ? label : 0));
}

/** Gives each object the number of the primary one it holds; those that hold none are dropped. */
function numberByPrimary(grown: Int32Array, primary: Int32Array): Int32Array {
  const numbers = new Int32Array(labelAreas(grown).length);
  for (let i = 0; i < grown.length; i++) {
    if (primary[i] > numbers[grown[i]]) numbers[grown[i]] = primary[i];
  }
  numbers[0] = 0;
  return grown.map((label) => numbers[label]);
}

/** Drops the primary objects without a secondary one and numbers what is left from 1, alike in both maps. */
function dropUnpaired(labels: Int32Array, primary: Int32Array) {
  const paired = new Uint8Array(labelAreas(primary).length);
  for (let i = 0; i < labels.length; i++) if (labels[i] !== 0) paired[primary[i]] = 1;
  paired[0] = 0;
  let count = 0;
  const numbers = Int32Array.from(paired, (has) => (has ? ++count : 0));
  return {
    labels: labels.map((label) => numbers[label]),
    primaryLabels: primary.map((label) => numbers[label]),
  };
}

/**
 * CellProfiler's IdentifySecondaryObjects: grows an object around each primary one, over an image stained for
 * it.
 * @param image Intensities from 0 to 1, of the same size as the primary objects.
 * @throws CytoForgeError `bad-option` for an adaptive window that does not fit the image.
 */
export function identifySecondaryObjects(
  image: RealImage,
  primary: SeedObjects,
  settings: SecondarySettings,
): SecondaryObjects {
  const { width, height } = image;
  const outcome =
    settings.method === 'Distance - N' ? null : thresholdImage(image, settings.threshold);
  const seeds = seedsOf(primary, width, height);
  const grown = growSeeds(image, seeds, outcome?.binary ?? null, settings);
  const uneditedLabels = settings.fillHoles ? fillLabelHoles(grown, width, height) : grown;
  const numbered = numberByPrimary(uneditedLabels, primary.labels);
  const threshold = outcome && {
    final: outcome.final,
    original: outcome.original,
    guide: outcome.guide,
    sigma: outcome.sigma,
  };
  const kept = { uneditedLabels, primaryLabels: primary.labels, threshold };
  if (!settings.discardTouchingBorder) return { ...kept, labels: numbered };
  const atEdge = labelsAtEdge(numbered, width, height);
  const labels = filterLabels(numbered, (label) => !atEdge.has(label));
  if (!settings.discardAssociatedPrimary) return { ...kept, labels };
  return { ...kept, ...dropUnpaired(labels, primary.labels) };
}
