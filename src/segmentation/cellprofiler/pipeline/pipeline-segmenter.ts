import { CytoForgeError } from '../../../errors.ts';
import { badImage } from '../../../imaging/bad-image.ts';
import type { RealImage } from '../../../imaging/real-values.ts';
import { parameterValues } from '../../parameter-values.ts';
import type { Segmentation, Segmenter, SegmenterImage } from '../../segmenter.ts';
import { identifyPrimaryObjects } from '../identify-primary.ts';
import { identifySecondaryObjects, type SeedObjects } from '../identify-secondary.ts';
import { hasContrast, intensityImage } from '../intensity-image.ts';
import { segmentationOfLabels, thresholdFact } from '../segmentation-of-labels.ts';
import type { ThresholdOutcome } from '../threshold-image.ts';
import type { PrimaryModule, SecondaryModule } from './identify-module.ts';
import { type IdentifyStep, type IdentifySteps, identifySteps } from './identify-steps.ts';
import { parsePipeline } from './parse-pipeline.ts';
import {
  channelParameter,
  OBJECTS_PARAMETER,
  pipelineDescription,
} from './pipeline-description.ts';

/** One channel of an image, or all of its colours together; an image of one channel is every channel. */
function channelOf(image: SegmenterImage, choice: string, imageName: string): RealImage {
  const { width, height, channels, data } = image;
  if (choice === 'grey' || channels === 1) return intensityImage(image);
  const channel = Number(choice) - 1;
  if (channel >= channels) {
    throw badImage('The image lacks a channel that the pipeline needs.', {
      where: imageName,
      found: `${channels} channels`,
      expected: `channel ${choice}`,
      hint: 'Choose which channel each image of the pipeline is.',
    });
  }
  const plane = Float32Array.from(
    { length: width * height },
    (_, i) => data[i * channels + channel],
  );
  return intensityImage({ ...image, channels: 1, data: plane });
}

/** What is known of objects once their step has run. */
interface StepResult extends SeedObjects {
  threshold: Pick<ThresholdOutcome, 'final'> | null;
}

function runPrimary(image: RealImage, { settings }: PrimaryModule): StepResult {
  if (hasContrast(image)) return identifyPrimaryObjects(image, settings);
  const nothing = new Int32Array(image.data.length);
  return { labels: nothing, uneditedLabels: nothing, threshold: { final: image.data[0] } };
}

function runSecondary(
  image: RealImage,
  step: SecondaryModule,
  results: Map<string, StepResult>,
): StepResult {
  const primary = results.get(step.primaryName) as StepResult;
  const found = identifySecondaryObjects(image, primary, step.settings);
  if (step.keptPrimaryName) {
    results.set(step.keptPrimaryName, { ...primary, labels: found.primaryLabels });
  }
  return found;
}

function runStep(image: RealImage, step: IdentifyStep, results: Map<string, StepResult>): void {
  const result =
    step.kind === 'primary' ? runPrimary(image, step) : runSecondary(image, step, results);
  results.set(step.objectsName, result);
}

/** Runs the Identify modules of a pipeline; what may be chosen is said by `pipelineDescription`. */
export function segmenterOfSteps(plan: IdentifySteps): Segmenter {
  const description = pipelineDescription(plan);
  return {
    description,
    async segment(image, given, options): Promise<Segmentation> {
      const values = parameterValues(description, given);
      const results = new Map<string, StepResult>();
      plan.steps.forEach((step, i) => {
        if (options?.signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
        const choice = String(values[channelParameter(step.imageName)]);
        runStep(channelOf(image, choice, step.imageName), step, results);
        options?.onProgress?.((i + 1) / plan.steps.length);
      });
      const name = String(values[OBJECTS_PARAMETER]);
      const { labels, threshold } = results.get(name) as StepResult;
      const facts = { objects: name, ...(threshold && { threshold: thresholdFact(threshold) }) };
      return segmentationOfLabels(labels, image.width, image.height, facts);
    },
    dispose() {},
  };
}

/**
 * Makes a `.cppipe` file ready to run.
 * @param text Its content.
 * @throws CytoForgeError as `parsePipeline` and `identifySteps`.
 */
export function openPipelineSegmenter(text: string): Segmenter {
  return segmenterOfSteps(identifySteps(parsePipeline(text)));
}
