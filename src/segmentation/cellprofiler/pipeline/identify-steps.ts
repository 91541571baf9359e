import { CytoForgeError } from '../../../errors.ts';
import {
  type PrimaryModule,
  primaryOfModule,
  type SecondaryModule,
  secondaryOfModule,
} from './identify-module.ts';
import type { Pipeline, PipelineModule } from './pipeline.ts';

/** A module that is run. */
export type IdentifyStep = PrimaryModule | SecondaryModule;

/** What of a pipeline is run here. */
export interface IdentifySteps {
  /** In the pipeline's order. */
  steps: readonly IdentifyStep[];
  /** The images as the pipeline loads them, in the order in which they are first needed. */
  imageNames: readonly string[];
  /** Enabled modules that are not run: they measure, save, crop, or change objects afterwards. */
  leftOut: readonly PipelineModule[];
}

/** Modules that name images they load. */
const INPUT_MODULES = ['Images', 'Metadata', 'NamesAndTypes', 'Groups', 'LoadData', 'LoadImages'];
const IDENTIFY_MODULES = ['IdentifyPrimaryObjects', 'IdentifySecondaryObjects'];

/** How modules introduce the name of an image or of objects that they make. */
const NAMES_OUTPUT = /^(name|image name)\b/i;

function makes(module: PipelineModule, name: string): boolean {
  return module.settings.some(({ text, value }) => value === name && NAMES_OUTPUT.test(text));
}

/** The image that `name` is before any cropping, which is not done here. */
function loadedName(
  name: string,
  earlier: readonly PipelineModule[],
  user: PipelineModule,
): string {
  const at = earlier.findLastIndex((module) => makes(module, name));
  const maker = earlier[at];
  if (!maker) return name;
  if (maker.name === 'Crop') return loadedName(maker.settings[0].value, earlier.slice(0, at), user);
  throw new CytoForgeError(
    'unsupported',
    'The pipeline changes the image before objects are identified.',
    {
      where: `${user.name} (module ${user.number}): ${name}`,
      found: `made by ${maker.name} (module ${maker.number})`,
      expected: 'an image as it was loaded',
      hint: 'Make the image in CellProfiler and save it, or remove the module.',
    },
  );
}

function expectObjects({ module, primaryName }: SecondaryModule, known: ReadonlySet<string>): void {
  if (known.has(primaryName)) return;
  throw new CytoForgeError(
    'unsupported',
    'The pipeline grows objects that are not identified here.',
    {
      where: `${module.name} (module ${module.number})`,
      found: primaryName,
      expected: [...known].join(', ') || 'objects of IdentifyPrimaryObjects',
    },
  );
}

/**
 * The Identify modules of a pipeline, ready to run on the images as they are loaded. Disabled modules count for nothing,
 * and cropping is left out: what is cropped is identified on the whole image.
 * @throws CytoForgeError `unsupported` when there are none, when their revision is not known, and when other modules
 * make the image or the objects that they take; `truncated`.
 */
export function identifySteps(pipeline: Pipeline): IdentifySteps {
  const enabled = pipeline.modules.filter((module) => module.enabled);
  const processing = enabled.filter(({ name }) => !INPUT_MODULES.includes(name));
  const objects = new Set<string>();
  const imageNames = new Set<string>();
  const steps: IdentifyStep[] = [];
  processing.forEach((module, at) => {
    if (!IDENTIFY_MODULES.includes(module.name)) return;
    const isPrimary = module.name === 'IdentifyPrimaryObjects';
    const step = isPrimary ? primaryOfModule(module) : secondaryOfModule(module);
    if (step.kind === 'secondary') expectObjects(step, objects);
    const imageName = loadedName(step.imageName, processing.slice(0, at), module);
    steps.push({ ...step, imageName });
    imageNames.add(imageName);
    objects.add(step.objectsName);
    if (step.kind === 'secondary' && step.keptPrimaryName) objects.add(step.keptPrimaryName);
  });
  if (steps.length === 0) {
    throw new CytoForgeError('unsupported', 'The pipeline identifies no objects.', {
      found: processing.map(({ name }) => name).join(', ') || 'no modules',
      expected: 'IdentifyPrimaryObjects',
    });
  }
  const leftOut = processing.filter(({ name }) => !IDENTIFY_MODULES.includes(name));
  return { steps, imageNames: [...imageNames], leftOut };
}
