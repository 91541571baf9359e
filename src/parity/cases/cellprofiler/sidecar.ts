import type { PrimarySettings } from '../../../segmentation/cellprofiler/primary-settings.ts';
import type { ThresholdSettings } from '../../../segmentation/cellprofiler/threshold-settings.ts';

/** How the golden case names a threshold. */
export interface GoldenThreshold {
  image: number;
  method: string;
  threshold: number;
  assign_middle_to_foreground?: ThresholdSettings['middleClass'];
  log_transform?: boolean;
  threshold_correction_factor?: number;
  threshold_min?: number;
  threshold_max?: number;
  number_of_deviations?: number;
  averaging_method?: ThresholdSettings['averagingMethod'];
  variance_method?: ThresholdSettings['varianceMethod'];
}

export interface GoldenAdaptive {
  image: number;
  index: number;
  method: string;
  window_size: number;
  global_guide: number;
  mean: number;
}

export interface GoldenIdentify {
  image: number;
  index: number;
  params: {
    automatic?: boolean;
    min_size: number;
    max_size: number;
    threshold_method?: ThresholdSettings['globalMethod'];
    threshold_scope?: ThresholdSettings['scope'];
    threshold_smoothing?: number;
    window_size?: number;
    unclump_method?: PrimarySettings['unclumpMethod'];
    watershed_method?: PrimarySettings['watershedMethod'];
    low_res_maxima?: boolean;
    exclude_border_objects?: boolean;
    exclude_size?: boolean;
    smoothing_filter_size?: number;
    automatic_suppression?: boolean;
    maxima_suppression_size?: number;
    fill_holes_method?: PrimarySettings['fillHoles'];
  };
  object_count: number;
  maxima_suppression_size: number;
  global_threshold: number;
  sigma: number;
}

export interface GoldenCentrosome {
  image: number;
  method: string;
  two_class_otsu?: boolean;
  use_weighted_variance?: boolean;
  assign_middle_to_foreground?: boolean;
  object_fraction?: number;
  threshold?: number;
  global_threshold?: number;
}

export interface GoldenApplied {
  image: number;
  smoothing: number;
  sigma: number;
}

/** The sidecar's `data`. */
export interface CellProfilerData {
  global_threshold: GoldenThreshold[];
  adaptive: GoldenAdaptive[];
  centrosome: GoldenCentrosome[];
  identify: GoldenIdentify[];
  apply_threshold: GoldenApplied[];
}
