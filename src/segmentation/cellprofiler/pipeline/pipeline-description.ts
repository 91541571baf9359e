import type { ChoiceParameter, SegmenterDescription } from '../../segmenter.ts';
import type { IdentifySteps } from './identify-steps.ts';

/** Where an image of a pipeline comes from: all colours together, or one channel of the file, from 1. */
export const CHANNEL_CHOICES = ['grey', '1', '2', '3', '4'] as const;

/** The parameter that says which objects of a pipeline are the result. */
export const OBJECTS_PARAMETER = 'objects';

/** The parameter that says which channel is an image of the pipeline. */
export function channelParameter(imageName: string): string {
  return `channel_of_${imageName}`;
}

/**
 * What may be chosen of a pipeline: which of its objects to keep (the last by default), and which channel each
 * of its images is. One image is the grey of the file by default; several are its channels in order.
 */
export function pipelineDescription({ steps, imageNames }: IdentifySteps): SegmenterDescription {
  const names = [...new Set(steps.map(({ objectsName }) => objectsName))];
  const objects: ChoiceParameter = {
    kind: 'choice',
    name: OBJECTS_PARAMETER,
    options: names,
    default: steps[steps.length - 1].objectsName,
  };
  const lastChannel = CHANNEL_CHOICES.length - 1;
  const channels = imageNames.map(
    (imageName, i): ChoiceParameter => ({
      kind: 'choice',
      name: channelParameter(imageName),
      options: CHANNEL_CHOICES,
      default: CHANNEL_CHOICES[imageNames.length === 1 ? 0 : Math.min(i + 1, lastChannel)],
    }),
  );
  return {
    method: 'cellprofiler',
    weights: null,
    usesPixelSize: false,
    parameters: [objects, ...channels],
  };
}
