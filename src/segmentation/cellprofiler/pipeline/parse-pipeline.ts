import { parsePipelineJson } from './parse-pipeline-json.ts';
import { parsePipelineText } from './parse-pipeline-text.ts';
import type { Pipeline } from './pipeline.ts';

/**
 * Reads a `.cppipe` file of CellProfiler, in text or JSON.
 * @throws CytoForgeError `corrupt` when it is neither, `truncated`, `unsupported` for a later version.
 */
export function parsePipeline(text: string): Pipeline {
  const content = text.replace(/^\uFEFF/, '');
  return content.trimStart().startsWith('{')
    ? parsePipelineJson(content)
    : parsePipelineText(content);
}
