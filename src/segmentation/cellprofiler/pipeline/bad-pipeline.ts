import { CytoForgeError, type ErrorDetails } from '../../../errors.ts';

/** The error for a pipeline that is not written as CellProfiler writes them. */
export function badPipeline(details: ErrorDetails): CytoForgeError {
  return new CytoForgeError('corrupt', 'This is not a CellProfiler pipeline.', {
    hint: 'Export the pipeline from CellProfiler again.',
    ...details,
  });
}
