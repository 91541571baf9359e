import { maximaSearch } from '../../../segmentation/cellprofiler/declump-settings.ts';
import {
  identifyPrimaryObjects,
  type PrimaryObjects,
} from '../../../segmentation/cellprofiler/identify-primary.ts';
import {
  DEFAULT_PRIMARY_SETTINGS,
  type PrimarySettings,
} from '../../../segmentation/cellprofiler/primary-settings.ts';
import { DEFAULT_THRESHOLD_SETTINGS } from '../../../segmentation/cellprofiler/threshold-settings.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { goldenImage } from './golden-image.ts';
import type { CellProfilerData, GoldenIdentify } from './sidecar.ts';

const EXACT = { atol: 0 };

/**
 * The module's settings behind those of the library's function, whose own defaults do not smooth; its
 * automatic mode smooths with a scale of 1, where the module takes 1.3488.
 */
function settingsOf({ params }: GoldenIdentify): PrimarySettings {
  const method = params.threshold_method ?? 'Minimum Cross-Entropy';
  return {
    ...DEFAULT_PRIMARY_SETTINGS,
    useAdvanced: true,
    minimumDiameter: params.min_size,
    maximumDiameter: params.max_size,
    discardOutsideDiameter: params.exclude_size ?? true,
    discardTouchingBorder: params.exclude_border_objects ?? true,
    unclumpMethod: params.unclump_method ?? 'Intensity',
    watershedMethod: params.watershed_method ?? 'Intensity',
    lowResolutionMaxima: params.low_res_maxima ?? true,
    automaticSmoothing: params.smoothing_filter_size === undefined,
    smoothingFilterSize: params.smoothing_filter_size ?? 10,
    automaticSuppression: params.automatic_suppression ?? true,
    maximaSuppressionSize: params.maxima_suppression_size ?? 7,
    fillHoles: params.fill_holes_method ?? 'After both thresholding and declumping',
    threshold: {
      ...DEFAULT_THRESHOLD_SETTINGS,
      scope: params.threshold_scope ?? 'Global',
      globalMethod: method,
      adaptiveMethod: method === 'Manual' ? 'Otsu' : method,
      adaptiveWindow: params.window_size ?? 50,
      smoothingScale: params.threshold_smoothing ?? (params.automatic ? 1 : 0),
    },
  };
}

function meanThreshold({ threshold: { final } }: PrimaryObjects): number {
  if (typeof final === 'number') return final;
  return final.reduce((sum, value) => sum + value, 0) / final.length;
}

function checkRun(golden: GoldenCase, report: CaseReport, expected: GoldenIdentify): void {
  const settings = settingsOf(expected);
  const objects = identifyPrimaryObjects(goldenImage(golden, expected.image), settings);
  const name = `im${expected.image}.ipo${expected.index}`;
  const outputs = {
    labels: objects.labels,
    unedited: objects.uneditedLabels,
    maxima: objects.maxima,
    binary: objects.binary,
    small_removed: objects.smallRemoved,
    size_excluded: objects.sizeExcluded,
    border_excluded: objects.borderExcluded,
  };
  for (const [output, labels] of Object.entries(outputs)) {
    const tensor = `${name}.${output}`;
    if (golden.has(tensor)) report.compare(tensor, labels, EXACT);
  }
  const count = objects.counts.objects;
  report.compareValues(`${name} count`, [count], [expected.object_count], EXACT);
  // The library counts it in pixels of the reduced picture, the module in those of the image.
  const suppression = objects.suppression * maximaSearch(settings).scale;
  report.compareValues(
    `${name} suppression and sigma`,
    [suppression, objects.threshold.sigma],
    [expected.maxima_suppression_size, expected.sigma],
    { atol: 1e-12 },
  );
  const threshold = meanThreshold(objects);
  report.compareValues(`${name} threshold`, [threshold], [expected.global_threshold], {
    atol: 1e-6,
  });
}

/** Every output of IdentifyPrimaryObjects, pixel by pixel. */
export function checkIdentify(golden: GoldenCase, report: CaseReport): void {
  const { identify } = golden.data as CellProfilerData;
  for (const expected of identify) checkRun(golden, report, expected);
}
