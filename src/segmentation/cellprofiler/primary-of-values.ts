import { CytoForgeError } from '../../errors.ts';
import type { parameterValues } from '../parameter-values.ts';
import type { PrimarySettings } from './primary-settings.ts';

function expectRising(name: string, low: number, high: number): void {
  if (low <= high) return;
  throw new CytoForgeError('bad-option', 'A parameter of the segmentation cannot be used.', {
    where: `${name}_min, ${name}_max`,
    found: `${low}, ${high}`,
    expected: 'a largest value that is not below the smallest',
  });
}

/**
 * The settings of IdentifyPrimaryObjects from the parameters of `CELLPROFILER_DESCRIPTION`, all of which are there.
 * @throws CytoForgeError `bad-option` for a range the wrong way round.
 */
export function primaryOfValues(values: ReturnType<typeof parameterValues>): PrimarySettings {
  const number = (name: string) => Number(values[name]);
  const flag = (name: string) => values[name] === true;
  const choice = <T extends string>(name: string) => values[name] as T;
  expectRising('size_range', number('size_range_min'), number('size_range_max'));
  expectRising('threshold_range', number('threshold_range_min'), number('threshold_range_max'));
  return {
    minimumDiameter: number('size_range_min'),
    maximumDiameter: number('size_range_max'),
    discardOutsideDiameter: flag('exclude_size'),
    discardTouchingBorder: flag('exclude_border_objects'),
    unclumpMethod: choice('unclump_method'),
    watershedMethod: choice('watershed_method'),
    automaticSmoothing: flag('automatic_smoothing'),
    smoothingFilterSize: number('smoothing_filter_size'),
    automaticSuppression: flag('automatic_suppression'),
    maximaSuppressionSize: number('maxima_suppression_size'),
    lowResolutionMaxima: flag('low_res_maxima'),
    fillHoles: choice('fill_holes'),
    excessHandling: choice('limit_choice'),
    maximumObjectCount: number('maximum_object_count'),
    useAdvanced: flag('use_advanced'),
    threshold: {
      scope: choice('threshold_scope'),
      globalMethod: choice('global_operation'),
      adaptiveMethod: choice('local_operation'),
      smoothingScale: number('threshold_smoothing_scale'),
      correctionFactor: number('threshold_correction_factor'),
      lowerBound: number('threshold_range_min'),
      upperBound: number('threshold_range_max'),
      manualThreshold: number('manual_threshold'),
      otsuClasses: choice('two_class_otsu'),
      middleClass: choice('assign_middle_to_foreground'),
      logTransform: flag('log_transform'),
      adaptiveWindow: number('adaptive_window_size'),
      lowerOutlierFraction: number('lower_outlier_fraction'),
      upperOutlierFraction: number('upper_outlier_fraction'),
      averagingMethod: choice('averaging_method'),
      varianceMethod: choice('variance_method'),
      deviations: number('number_of_deviations'),
    },
  };
}
