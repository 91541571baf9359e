import { CytoForgeError } from '../../../errors.ts';
import {
  ADAPTIVE_THRESHOLD_METHODS,
  AVERAGING_METHODS,
  GLOBAL_THRESHOLD_METHODS,
  MIDDLE_CLASSES,
  OTSU_CLASSES,
  THRESHOLD_SCOPES,
  type ThresholdSettings,
  VARIANCE_METHODS,
} from '../threshold-settings.ts';
import type { PipelineModule } from './pipeline.ts';
import type { SettingReader } from './setting-reader.ts';

/** Version 12 added the logarithm; 11 renamed methods. */
const KNOWN_VERSIONS = [10, 11, 12];

/** Names of methods before version 11. */
const FORMER_NAMES: Record<string, string> = {
  RobustBackground: 'Robust Background',
  'Minimum cross entropy': 'Minimum Cross-Entropy',
};

const MOST = Number.MAX_SAFE_INTEGER;

/**
 * Reads the threshold's settings, which are the last of both Identify modules and begin with their version.
 * @throws CytoForgeError `unsupported` for other versions, and for a threshold that another module measures.
 */
export function thresholdOfSettings(
  module: PipelineModule,
  settings: SettingReader,
): ThresholdSettings {
  const version = settings.number(0, MOST);
  if (!KNOWN_VERSIONS.includes(version)) {
    throw new CytoForgeError(
      'unsupported',
      'The pipeline’s threshold settings are of another version.',
      {
        where: `${module.name} (module ${module.number})`,
        found: `version ${version}`,
        expected: `version ${KNOWN_VERSIONS.join(', ')}`,
        hint: 'Open the pipeline in CellProfiler 4 and export it again.',
      },
    );
  }
  const scope = settings.choice(THRESHOLD_SCOPES);
  const methodNames = [...GLOBAL_THRESHOLD_METHODS, ...Object.keys(FORMER_NAMES)];
  const globalName = settings.choice(methodNames);
  const globalMethod = (FORMER_NAMES[globalName] ??
    globalName) as ThresholdSettings['globalMethod'];
  const smoothingScale = settings.number(0, MOST);
  const correctionFactor = settings.number(0, MOST);
  const [lowerBound, upperBound] = settings.range(0, 1);
  const manualThreshold = settings.number(0, 1);
  settings.skip();
  const otsuClasses = settings.choice(OTSU_CLASSES);
  const writtenLog = version >= 12 && settings.flag();
  const middleClass = settings.choice(MIDDLE_CLASSES);
  const adaptiveWindow = settings.number(1, MOST);
  const lowerOutlierFraction = settings.number(0, 1);
  const upperOutlierFraction = settings.number(0, 1);
  const averagingMethod = settings.choice(AVERAGING_METHODS);
  const varianceMethod = settings.choice(VARIANCE_METHODS);
  const deviations = settings.number(-MOST, MOST);
  const adaptiveNames = [...ADAPTIVE_THRESHOLD_METHODS, ...Object.keys(FORMER_NAMES)];
  const adaptiveName = settings.choice(adaptiveNames);
  const adaptiveMethod = (FORMER_NAMES[adaptiveName] ??
    adaptiveName) as ThresholdSettings['adaptiveMethod'];
  // Before version 11, Otsu's three classes were those of the logarithms.
  const method = scope === 'Global' ? globalMethod : adaptiveMethod;
  const impliedLog = version < 11 && method === 'Otsu' && otsuClasses === 'Three classes';
  return {
    scope,
    globalMethod,
    adaptiveMethod,
    smoothingScale,
    correctionFactor,
    lowerBound,
    upperBound,
    manualThreshold,
    otsuClasses,
    middleClass,
    logTransform: writtenLog || impliedLog,
    adaptiveWindow,
    lowerOutlierFraction,
    upperOutlierFraction,
    averagingMethod,
    varianceMethod,
    deviations,
  };
}
