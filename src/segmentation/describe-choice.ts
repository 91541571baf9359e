import { CytoForgeError } from '../errors.ts';
import { identifySteps } from './cellprofiler/pipeline/identify-steps.ts';
import { parsePipeline } from './cellprofiler/pipeline/parse-pipeline.ts';
import { pipelineDescription } from './cellprofiler/pipeline/pipeline-description.ts';
import { SEGMENTER_DESCRIPTIONS } from './describe-segmenters.ts';
import type { SegmenterDescription } from './segmenter.ts';
import type { SegmenterMethod } from './segmenter-method.ts';

/** What decides which parameters there are. */
export interface DescribedChoice {
  method: SegmenterMethod;
  /** The content of a `.cppipe` file to run instead of the algorithm's own parameters; CellProfiler alone takes one. */
  pipeline?: string;
}

/** @throws CytoForgeError `bad-option` for a pipeline with another algorithm than CellProfiler. */
export function expectPipelineMethod({ method, pipeline }: DescribedChoice): void {
  if (pipeline === undefined || method === 'cellprofiler') return;
  throw new CytoForgeError('bad-option', 'Only CellProfiler runs a pipeline.', {
    found: method,
    expected: 'cellprofiler',
  });
}

/**
 * The parameters of an algorithm or of the pipeline it runs; undefined for an algorithm that is not there.
 * @throws CytoForgeError as `parsePipeline` and `identifySteps`; `bad-option` for a pipeline with another algorithm.
 */
export function describeChoice(choice: DescribedChoice): SegmenterDescription | undefined {
  expectPipelineMethod(choice);
  const { method, pipeline } = choice;
  if (pipeline === undefined) return SEGMENTER_DESCRIPTIONS[method];
  return pipelineDescription(identifySteps(parsePipeline(pipeline)));
}
