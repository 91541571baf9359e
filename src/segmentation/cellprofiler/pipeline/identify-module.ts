import { CytoForgeError } from '../../../errors.ts';
import {
  EXCESS_OPTIONS,
  FILL_HOLES_OPTIONS,
  type PrimarySettings,
  UNCLUMP_METHODS,
  WATERSHED_METHODS,
} from '../primary-settings.ts';
import { SECONDARY_METHODS, type SecondarySettings } from '../secondary-settings.ts';
import type { PipelineModule } from './pipeline.ts';
import { settingReader } from './setting-reader.ts';
import { thresholdOfSettings } from './threshold-of-settings.ts';

/** IdentifyPrimaryObjects of a pipeline. */
export interface PrimaryModule {
  kind: 'primary';
  module: PipelineModule;
  imageName: string;
  objectsName: string;
  settings: PrimarySettings;
}

/** IdentifySecondaryObjects of a pipeline. */
export interface SecondaryModule {
  kind: 'secondary';
  module: PipelineModule;
  imageName: string;
  /** The objects it grows. */
  primaryName: string;
  objectsName: string;
  /** What the primary objects are called that keep their secondary ones; null when none are made. */
  keptPrimaryName: string | null;
  settings: SecondarySettings;
}

/** Revision 14 carries two settings of the display more than 13 and 15. */
const PRIMARY_REVISIONS = [13, 14, 15];
const SECONDARY_REVISIONS = [10];

const MOST = Number.MAX_SAFE_INTEGER;

function expectRevision(module: PipelineModule, known: readonly number[]): void {
  if (known.includes(module.revision)) return;
  throw new CytoForgeError('unsupported', 'A module of the pipeline is of another revision.', {
    where: `${module.name} (module ${module.number})`,
    found: `revision ${module.revision}`,
    expected: `revision ${known.join(', ')}`,
    hint: 'Open the pipeline in CellProfiler 4 and export it again.',
  });
}

/**
 * Reads the settings of an IdentifyPrimaryObjects module, revision 13 to 15 (CellProfiler 3 to 5).
 * @throws CytoForgeError `unsupported`, `truncated`.
 */
export function primaryOfModule(module: PipelineModule): PrimaryModule {
  expectRevision(module, PRIMARY_REVISIONS);
  const read = settingReader(module);
  const imageName = read.text();
  const objectsName = read.text();
  const [minimumDiameter, maximumDiameter] = read.range(0, MOST);
  const discardOutsideDiameter = read.flag();
  const discardTouchingBorder = read.flag();
  const unclumpMethod = read.choice(UNCLUMP_METHODS);
  const watershedMethod = read.choice(WATERSHED_METHODS);
  const smoothingFilterSize = read.number(0, MOST);
  const maximaSuppressionSize = read.number(0, MOST);
  const lowResolutionMaxima = read.flag();
  const fillHoles = read.choice(FILL_HOLES_OPTIONS);
  const automaticSmoothing = read.flag();
  const automaticSuppression = read.flag();
  const excessHandling = read.choice(EXCESS_OPTIONS);
  const maximumObjectCount = read.number(1, MOST);
  if (module.revision === 14) read.skip(2);
  const useAdvanced = read.flag();
  const threshold = thresholdOfSettings(module, read);
  return {
    kind: 'primary',
    module,
    imageName,
    objectsName,
    settings: {
      minimumDiameter,
      maximumDiameter,
      discardOutsideDiameter,
      discardTouchingBorder,
      unclumpMethod,
      watershedMethod,
      automaticSmoothing,
      smoothingFilterSize,
      automaticSuppression,
      maximaSuppressionSize,
      lowResolutionMaxima,
      fillHoles,
      excessHandling,
      maximumObjectCount,
      useAdvanced,
      threshold,
    },
  };
}

/**
 * Reads the settings of an IdentifySecondaryObjects module, revision 10 (CellProfiler 3 to 5).
 * @throws CytoForgeError `unsupported`, `truncated`.
 */
export function secondaryOfModule(module: PipelineModule): SecondaryModule {
  expectRevision(module, SECONDARY_REVISIONS);
  const read = settingReader(module);
  const primaryName = read.text();
  const objectsName = read.text();
  const method = read.choice(SECONDARY_METHODS);
  const imageName = read.text();
  const distanceToDilate = read.number(0, MOST);
  const regularizationFactor = read.number(0, MOST);
  const discardTouchingBorder = read.flag();
  const discardAssociatedPrimary = read.flag();
  const newPrimaryName = read.text();
  const fillHoles = read.flag();
  const threshold = thresholdOfSettings(module, read);
  const makesPrimary = discardTouchingBorder && discardAssociatedPrimary;
  return {
    kind: 'secondary',
    module,
    imageName,
    primaryName,
    objectsName,
    keptPrimaryName: makesPrimary ? newPrimaryName : null,
    settings: {
      method,
      distanceToDilate,
      regularizationFactor,
      discardTouchingBorder,
      discardAssociatedPrimary,
      fillHoles,
      threshold,
    },
  };
}
