/** Whether one threshold serves the whole image or each pixel has its own. */
export const THRESHOLD_SCOPES = ['Global', 'Adaptive'] as const;

/** Methods for one threshold; `Manual` takes `manualThreshold`. */
export const GLOBAL_THRESHOLD_METHODS = [
  'Minimum Cross-Entropy',
  'Otsu',
  'Robust Background',
  'Manual',
] as const;

/** Methods for a threshold of every pixel. */
export const ADAPTIVE_THRESHOLD_METHODS = [
  'Minimum Cross-Entropy',
  'Otsu',
  'Robust Background',
  'Sauvola',
] as const;

/** How Otsu's method divides the intensities. */
export const OTSU_CLASSES = ['Two classes', 'Three classes'] as const;

/** Where the middle of three classes goes. */
export const MIDDLE_CLASSES = ['Foreground', 'Background'] as const;

/** Robust background: what stands for the background's level. */
export const AVERAGING_METHODS = ['Mean', 'Median', 'Mode'] as const;

/** Robust background: what stands for the background's spread. */
export const VARIANCE_METHODS = ['Standard deviation', 'Median absolute deviation'] as const;

/**
 * What CellProfiler's thresholding (module version 12) is told, under its own words; a method that takes the
 * threshold from another module's measurement has no place here, as there is none.
 */
export interface ThresholdSettings {
  /** "Threshold strategy". */
  scope: (typeof THRESHOLD_SCOPES)[number];
  /** "Thresholding method" of the global strategy. */
  globalMethod: (typeof GLOBAL_THRESHOLD_METHODS)[number];
  /** "Thresholding method" of the adaptive strategy. */
  adaptiveMethod: (typeof ADAPTIVE_THRESHOLD_METHODS)[number];
  /** Pixels; sigma is this / 0.6744 / 2. 0 does not smooth. */
  smoothingScale: number;
  /** The threshold is multiplied by it before its bounds are kept. */
  correctionFactor: number;
  /** "Lower and upper bounds on threshold", 0 to 1. */
  lowerBound: number;
  upperBound: number;
  /** 0 to 1; used by `Manual` alone, and then as it is. */
  manualThreshold: number;
  /** "Two-class or three-class thresholding?", of Otsu. */
  otsuClasses: (typeof OTSU_CLASSES)[number];
  /** "Assign pixels in the middle intensity class to the foreground or the background?" */
  middleClass: (typeof MIDDLE_CLASSES)[number];
  /** "Log transform before thresholding?", of Otsu and Minimum Cross-Entropy. */
  logTransform: boolean;
  /** "Size of adaptive window", pixels. */
  adaptiveWindow: number;
  /** Shares of the pixels that robust background leaves out at either end, 0 to 1. */
  lowerOutlierFraction: number;
  upperOutlierFraction: number;
  averagingMethod: (typeof AVERAGING_METHODS)[number];
  varianceMethod: (typeof VARIANCE_METHODS)[number];
  /** "# of deviations". */
  deviations: number;
}

/** What a new module of CellProfiler 4 has. */
export const DEFAULT_THRESHOLD_SETTINGS: ThresholdSettings = {
  scope: 'Global',
  globalMethod: 'Minimum Cross-Entropy',
  adaptiveMethod: 'Minimum Cross-Entropy',
  smoothingScale: 1.3488,
  correctionFactor: 1,
  lowerBound: 0,
  upperBound: 1,
  manualThreshold: 0,
  otsuClasses: 'Two classes',
  middleClass: 'Foreground',
  logTransform: false,
  adaptiveWindow: 50,
  lowerOutlierFraction: 0.05,
  upperOutlierFraction: 0.05,
  averagingMethod: 'Mean',
  varianceMethod: 'Standard deviation',
  deviations: 2,
};
