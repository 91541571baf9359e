import { CytoForgeError } from '../../../errors.ts';
import { badPipeline } from './bad-pipeline.ts';
import { parseModuleLine } from './parse-module-line.ts';
import type { Pipeline, PipelineModule, PipelineSetting } from './pipeline.ts';
import { decodePythonEscapes } from './python-escapes.ts';

/** The first words of every pipeline in text. */
export const PIPELINE_COOKIE = 'CellProfiler Pipeline: http://www.cellprofiler.org';

const LAST_TEXT_VERSION = 5;
const SETTING_INDENT = '    ';

/** Cuts at the first colon. */
function cutAtColon(line: string): [before: string, after: string] | null {
  const colon = line.indexOf(':');
  return colon < 0 ? null : [line.slice(0, colon), line.slice(colon + 1)];
}

function settingOf(line: string, where: string): PipelineSetting {
  const parts = cutAtColon(line.slice(SETTING_INDENT.length));
  if (!parts) throw badPipeline({ where, found: line.slice(0, 60), expected: 'text:value' });
  const [text, value] = parts.map(decodePythonEscapes);
  return { text, value };
}

/** `Name:value` lines up to the first blank one, and where what follows begins. */
function readHeader(lines: readonly string[]): { header: Map<string, string>; next: number } {
  const header = new Map<string, string>();
  let next = 1;
  for (; next < lines.length && lines[next].trim() !== ''; next++) {
    const parts = cutAtColon(lines[next]);
    if (!parts) {
      throw badPipeline({ where: `line ${next + 1}`, found: lines[next].slice(0, 60) });
    }
    header.set(...parts);
  }
  return { header, next };
}

function headerNumber(header: Map<string, string>, name: string): number {
  const text = header.get(name)?.trim() ?? '';
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw badPipeline({
    where: 'the header',
    found: text || 'nothing',
    expected: `${name}: a number`,
  });
}

function truncated(found: number, expected: number): CytoForgeError {
  return new CytoForgeError('truncated', 'The pipeline ends too soon.', {
    found: `${found} modules`,
    expected: `${expected} modules`,
    hint: 'Export the pipeline from CellProfiler again.',
  });
}

/**
 * Reads a pipeline in text, as CellProfiler 2 to 4 write them (format versions up to 5). What follows the last module,
 * a list of image files, is left out.
 * @throws CytoForgeError `corrupt`, `truncated`, `unsupported` for a later version.
 */
export function parsePipelineText(text: string): Pipeline {
  const lines = text.split(/\r?\n/);
  if (lines[0].trim() !== PIPELINE_COOKIE) {
    throw badPipeline({ found: lines[0].slice(0, 60), expected: PIPELINE_COOKIE });
  }
  const { header, next } = readHeader(lines);
  const version = headerNumber(header, 'Version');
  if (version > LAST_TEXT_VERSION) {
    throw new CytoForgeError('unsupported', 'This version of a pipeline file is not known.', {
      found: `version ${version}`,
      expected: `at most ${LAST_TEXT_VERSION}, or JSON of version 6`,
    });
  }
  const count = headerNumber(header, 'ModuleCount');
  const modules: PipelineModule[] = [];
  let at = next;
  const skipBlank = () => {
    while (at < lines.length && lines[at].trim() === '') at++;
  };
  skipBlank();
  while (modules.length < count && at < lines.length) {
    const module = parseModuleLine(lines[at].trimEnd(), `line ${at + 1}`);
    const settings: PipelineSetting[] = [];
    for (at++; at < lines.length && lines[at].startsWith(SETTING_INDENT); at++) {
      settings.push(settingOf(lines[at], `line ${at + 1}`));
    }
    modules.push({ ...module, settings });
    skipBlank();
  }
  if (modules.length < count) throw truncated(modules.length, count);
  return { version, modules };
}
