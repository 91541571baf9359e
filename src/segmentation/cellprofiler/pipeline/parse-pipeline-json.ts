import * as v from 'valibot';
import { CytoForgeError } from '../../../errors.ts';
import { badPipeline } from './bad-pipeline.ts';
import type { Pipeline } from './pipeline.ts';

const PipelineFile = v.object({
  version: v.string(),
  modules: v.array(
    v.object({
      attributes: v.object({
        module_name: v.string(),
        module_num: v.number(),
        variable_revision_number: v.number(),
        enabled: v.optional(v.boolean(), true),
      }),
      settings: v.array(v.object({ text: v.string(), value: v.unknown() })),
    }),
  ),
});

/** A setting's value as the text files have it. */
function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map(valueText).join(',');
  return value === null || value === undefined ? '' : String(value);
}

/**
 * Reads a pipeline in JSON, as CellProfiler 4.2 and 5 write it (format version 6).
 * @throws CytoForgeError `corrupt`, `unsupported` for another version.
 */
export function parsePipelineJson(text: string): Pipeline {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw badPipeline({ found: String(cause), expected: 'JSON' });
  }
  const parsed = v.safeParse(PipelineFile, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw badPipeline({
      where: v.getDotPath(issue) ?? undefined,
      found: issue.received,
      expected: issue.expected ?? undefined,
    });
  }
  const { version, modules } = parsed.output;
  if (version !== 'v6') {
    throw new CytoForgeError('unsupported', 'This version of a pipeline file is not known.', {
      found: version,
      expected: 'v6',
    });
  }
  return {
    version: 6,
    modules: modules.map(({ attributes, settings }) => ({
      name: attributes.module_name,
      number: attributes.module_num,
      revision: attributes.variable_revision_number,
      enabled: attributes.enabled,
      settings: settings.map((setting) => ({
        text: setting.text,
        value: valueText(setting.value),
      })),
    })),
  };
}
