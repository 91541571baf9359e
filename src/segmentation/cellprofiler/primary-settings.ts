import { DEFAULT_THRESHOLD_SETTINGS, type ThresholdSettings } from './threshold-settings.ts';

/** What tells clumped objects apart. */
export const UNCLUMP_METHODS = ['Intensity', 'Shape', 'None'] as const;

/** What draws the lines between them. */
export const WATERSHED_METHODS = ['Intensity', 'Shape', 'Propagate', 'None'] as const;

/** When holes are filled. */
export const FILL_HOLES_OPTIONS = [
  'Never',
  'After both thresholding and declumping',
  'After declumping only',
] as const;

/** What happens to an image with more than `maximumObjectCount` objects. */
export const EXCESS_OPTIONS = ['Continue', 'Erase'] as const;

/** What CellProfiler's IdentifyPrimaryObjects (module version 15) is told, under its own words. */
export interface PrimarySettings {
  /** "Typical diameter of objects, in pixel units (Min,Max)". */
  minimumDiameter: number;
  maximumDiameter: number;
  /** "Discard objects outside the diameter range?" */
  discardOutsideDiameter: boolean;
  /** "Discard objects touching the border of the image?" */
  discardTouchingBorder: boolean;
  /** "Method to distinguish clumped objects". */
  unclumpMethod: (typeof UNCLUMP_METHODS)[number];
  /** "Method to draw dividing lines between clumped objects". */
  watershedMethod: (typeof WATERSHED_METHODS)[number];
  /** "Automatically calculate size of smoothing filter for declumping?" */
  automaticSmoothing: boolean;
  /** "Size of smoothing filter", pixels, when it is not automatic; 0 does not smooth. */
  smoothingFilterSize: number;
  /** "Automatically calculate minimum allowed distance between local maxima?" */
  automaticSuppression: boolean;
  /** "Suppress local maxima that are closer than this minimum allowed distance", pixels, when not automatic. */
  maximaSuppressionSize: number;
  /** "Speed up by using lower-resolution image to find local maxima?" */
  lowResolutionMaxima: boolean;
  /** "Fill holes in identified objects?" */
  fillHoles: (typeof FILL_HOLES_OPTIONS)[number];
  /** "Handling of objects if excessive number of objects identified". */
  excessHandling: (typeof EXCESS_OPTIONS)[number];
  /** "Maximum number of objects". */
  maximumObjectCount: number;
  /**
   * "Use advanced settings?" Without them only the diameters and what is discarded count: the rest is a global
   * minimum cross-entropy threshold smoothed with sigma 1, declumping and dividing by intensity.
   */
  useAdvanced: boolean;
  threshold: ThresholdSettings;
}

/** What a new module of CellProfiler 4 has. */
export const DEFAULT_PRIMARY_SETTINGS: PrimarySettings = {
  minimumDiameter: 10,
  maximumDiameter: 40,
  discardOutsideDiameter: true,
  discardTouchingBorder: true,
  unclumpMethod: 'Intensity',
  watershedMethod: 'Intensity',
  automaticSmoothing: true,
  smoothingFilterSize: 10,
  automaticSuppression: true,
  maximaSuppressionSize: 7,
  lowResolutionMaxima: true,
  fillHoles: 'After both thresholding and declumping',
  excessHandling: 'Continue',
  maximumObjectCount: 500,
  useAdvanced: false,
  threshold: DEFAULT_THRESHOLD_SETTINGS,
};
