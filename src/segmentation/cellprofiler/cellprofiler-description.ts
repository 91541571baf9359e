import type {
  ChoiceParameter,
  FlagParameter,
  NumberParameter,
  SegmenterDescription,
  SegmenterParameter,
} from '../segmenter.ts';
import {
  DEFAULT_PRIMARY_SETTINGS,
  EXCESS_OPTIONS,
  FILL_HOLES_OPTIONS,
  UNCLUMP_METHODS,
  WATERSHED_METHODS,
} from './primary-settings.ts';
import {
  ADAPTIVE_THRESHOLD_METHODS,
  AVERAGING_METHODS,
  GLOBAL_THRESHOLD_METHODS,
  MIDDLE_CLASSES,
  OTSU_CLASSES,
  THRESHOLD_SCOPES,
  VARIANCE_METHODS,
} from './threshold-settings.ts';

const SETTINGS = DEFAULT_PRIMARY_SETTINGS;
const THRESHOLD = SETTINGS.threshold;

const flag = (name: string, byDefault: boolean): FlagParameter => ({
  kind: 'flag',
  name,
  default: byDefault,
});

const choice = <T extends string>(
  name: string,
  options: readonly T[],
  byDefault: T,
): ChoiceParameter => ({ kind: 'choice', name, options, default: byDefault });

const pixels = (name: string, max: number, byDefault: number, min = 0): NumberParameter => ({
  kind: 'number',
  name,
  min,
  max,
  step: min === 0 ? 0.1 : 1,
  default: byDefault,
  unit: 'pixels',
});

const share = (name: string, byDefault: number): NumberParameter => ({
  kind: 'number',
  name,
  min: 0,
  max: 1,
  step: 0.01,
  default: byDefault,
  unit: 'share',
});

const number = (name: string, max: number, step: number, byDefault: number): NumberParameter => ({
  kind: 'number',
  name,
  min: 0,
  max,
  step,
  default: byDefault,
});

/** What counts with or without the advanced settings. */
const BASIC: readonly SegmenterParameter[] = [
  pixels('size_range_min', 1000, SETTINGS.minimumDiameter, 1),
  pixels('size_range_max', 5000, SETTINGS.maximumDiameter, 1),
  flag('exclude_size', SETTINGS.discardOutsideDiameter),
  flag('exclude_border_objects', SETTINGS.discardTouchingBorder),
  flag('use_advanced', SETTINGS.useAdvanced),
];

const DECLUMPING: readonly SegmenterParameter[] = [
  choice('unclump_method', UNCLUMP_METHODS, SETTINGS.unclumpMethod),
  choice('watershed_method', WATERSHED_METHODS, SETTINGS.watershedMethod),
  flag('automatic_smoothing', SETTINGS.automaticSmoothing),
  pixels('smoothing_filter_size', 200, SETTINGS.smoothingFilterSize),
  flag('automatic_suppression', SETTINGS.automaticSuppression),
  pixels('maxima_suppression_size', 200, SETTINGS.maximaSuppressionSize),
  flag('low_res_maxima', SETTINGS.lowResolutionMaxima),
  choice('fill_holes', FILL_HOLES_OPTIONS, SETTINGS.fillHoles),
  choice('limit_choice', EXCESS_OPTIONS, SETTINGS.excessHandling),
  number('maximum_object_count', 65_535, 1, SETTINGS.maximumObjectCount),
];

const THRESHOLDING: readonly SegmenterParameter[] = [
  choice('threshold_scope', THRESHOLD_SCOPES, THRESHOLD.scope),
  choice('global_operation', GLOBAL_THRESHOLD_METHODS, THRESHOLD.globalMethod),
  choice('local_operation', ADAPTIVE_THRESHOLD_METHODS, THRESHOLD.adaptiveMethod),
  pixels('threshold_smoothing_scale', 100, THRESHOLD.smoothingScale),
  number('threshold_correction_factor', 10, 0.01, THRESHOLD.correctionFactor),
  share('threshold_range_min', THRESHOLD.lowerBound),
  share('threshold_range_max', THRESHOLD.upperBound),
  share('manual_threshold', THRESHOLD.manualThreshold),
  choice('two_class_otsu', OTSU_CLASSES, THRESHOLD.otsuClasses),
  choice('assign_middle_to_foreground', MIDDLE_CLASSES, THRESHOLD.middleClass),
  flag('log_transform', THRESHOLD.logTransform),
  pixels('adaptive_window_size', 5000, THRESHOLD.adaptiveWindow, 1),
  share('lower_outlier_fraction', THRESHOLD.lowerOutlierFraction),
  share('upper_outlier_fraction', THRESHOLD.upperOutlierFraction),
  choice('averaging_method', AVERAGING_METHODS, THRESHOLD.averagingMethod),
  choice('variance_method', VARIANCE_METHODS, THRESHOLD.varianceMethod),
  number('number_of_deviations', 20, 0.1, THRESHOLD.deviations),
];

/**
 * CellProfiler's IdentifyPrimaryObjects (module version 15) under the names of its source, with its defaults. Without
 * `use_advanced` only the sizes and what is excluded count, as there.
 */
export const CELLPROFILER_DESCRIPTION: SegmenterDescription = {
  method: 'cellprofiler',
  weights: null,
  usesPixelSize: false,
  parameters: [...BASIC, ...DECLUMPING, ...THRESHOLDING],
};
