import { compactLabels, filterLabels, labelAreas } from '../filter-labels.ts';
import { gaussianBlur } from '../gaussian-blur.ts';
import { hMaxima } from '../h-maxima.ts';
import { localPeaks } from '../local-peaks.ts';
import { numberComponents } from '../number-components.ts';
import { watershed } from '../watershed.ts';
import { erodeEdges } from './erode-edges.ts';
import { expandBrightness } from './expand-brightness.ts';
import { fillObjectHoles } from './fill-object-holes.ts';

/** Options of `deepWatershed`, with the defaults of `deepcell_toolbox.deep_watershed`. */
export interface DeepWatershedOptions {
  /** Radius in pixels of the disk in which maxima are looked for. */
  radius: number;
  /** How far a maximum stands above the pass to a higher one; of local peaks, the least value. */
  maximaThreshold: number;
  maximaAlgorithm: 'h_maxima' | 'peak_local_max';
  /** Standard deviations in pixels. */
  maximaSmooth: number;
  interiorSmooth: number;
  /** Objects lie where the interior is above this. */
  interiorThreshold: number;
  /** Pixels that the interior is dilated by before the watershed. */
  pixelExpansion: number;
  /** Pixels that objects are eroded by after it. */
  labelErosion: number;
  /** Objects of fewer pixels are dropped. */
  smallObjectsThreshold: number;
  /** Holes of fewer pixels are filled. */
  fillHolesThreshold: number;
}

/** What the toolbox does unless it is told otherwise. */
export const DEEP_WATERSHED_DEFAULTS: DeepWatershedOptions = {
  radius: 10,
  maximaThreshold: 0.1,
  maximaAlgorithm: 'h_maxima',
  maximaSmooth: 0,
  interiorSmooth: 1,
  interiorThreshold: 0.01,
  pixelExpansion: 0,
  labelErosion: 0,
  smallObjectsThreshold: 0,
  fillHolesThreshold: 0,
};

function maximaOf(
  maxima: Float32Array,
  width: number,
  height: number,
  { maximaAlgorithm, maximaThreshold, radius }: DeepWatershedOptions,
): Uint8Array {
  if (maximaAlgorithm === 'h_maxima') return hMaxima(maxima, width, maximaThreshold, radius);
  const marked = new Uint8Array(maxima.length);
  const rules = { minDistance: radius, threshold: maximaThreshold };
  for (const peak of localPeaks(maxima, width, height, rules)) marked[peak] = 1;
  return marked;
}

/**
 * Objects of two maps: every maximum of `distance` is one, and grows over `interior` from its brightest pixels down
 * (`deepcell_toolbox.deep_watershed`).
 * @param distance `[H, W]`, high in the middle of objects
 * @param interior `[H, W]`, 0 to 1
 * @returns `[H, W]` labels 1 … count
 */
export function deepWatershed(
  distance: Float32Array,
  interior: Float32Array,
  width: number,
  height: number,
  options: Partial<DeepWatershedOptions> = {},
): { labels: Int32Array; count: number } {
  const rules = { ...DEEP_WATERSHED_DEFAULTS, ...options };
  const blurred = gaussianBlur(interior, width, height, rules.interiorSmooth);
  const ground = expandBrightness(blurred, width, rules.pixelExpansion);
  const maxima = gaussianBlur(distance, width, height, rules.maximaSmooth);
  const marked = maximaOf(maxima, width, height, rules);
  const { labels: markers } = numberComponents(marked, width, height, 8);
  const flooded = watershed(
    ground.map((value) => -value),
    markers,
    width,
    { mask: ground.map((value) => (value > rules.interiorThreshold ? 1 : 0)) },
  );
  const eroded = erodeEdges(flooded, width, rules.labelErosion);
  const areas = labelAreas(eroded);
  const large = filterLabels(eroded, (label) => areas[label] >= rules.smallObjectsThreshold);
  return compactLabels(
    rules.fillHolesThreshold > 0 ? fillObjectHoles(large, width, rules.fillHolesThreshold) : large,
  );
}
