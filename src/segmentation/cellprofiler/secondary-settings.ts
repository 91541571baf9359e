import { DEFAULT_THRESHOLD_SETTINGS, type ThresholdSettings } from './threshold-settings.ts';

/** What makes objects grow from the primary ones, and where they stop. */
export const SECONDARY_METHODS = [
  'Propagation',
  'Watershed - Gradient',
  'Watershed - Image',
  'Distance - N',
  'Distance - B',
] as const;

/** What CellProfiler's IdentifySecondaryObjects (module version 10) is told, under its own words. */
export interface SecondarySettings {
  /** "Select the method to identify the secondary objects". */
  method: (typeof SECONDARY_METHODS)[number];
  /** "Number of pixels by which to expand the primary objects", of the methods `Distance`. */
  distanceToDilate: number;
  /** "Regularization factor" λ of `Propagation`: 0 follows the image alone, large values the distance. */
  regularizationFactor: number;
  /** "Discard secondary objects touching the border of the image?" */
  discardTouchingBorder: boolean;
  /** "Discard the associated primary objects?", with those at the border. */
  discardAssociatedPrimary: boolean;
  /** "Fill holes in identified objects?" */
  fillHoles: boolean;
  /** Of the image stained for the secondary objects; `Distance - N` needs none. */
  threshold: ThresholdSettings;
}

/** What a new module of CellProfiler 4 has. */
export const DEFAULT_SECONDARY_SETTINGS: SecondarySettings = {
  method: 'Propagation',
  distanceToDilate: 10,
  regularizationFactor: 0.05,
  discardTouchingBorder: false,
  discardAssociatedPrimary: false,
  fillHoles: true,
  threshold: { ...DEFAULT_THRESHOLD_SETTINGS, smoothingScale: 0 },
};
