import { badPipeline } from './bad-pipeline.ts';
import type { PipelineModule } from './pipeline.ts';

const MODULE_LINE = /^(\w+):\[(.*)\]$/;

/**
 * Cuts `a:1|b:['x|y']` at the bars that stand outside of Python's quotes and brackets: notes may hold
 * anything.
 */
function splitAttributes(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quote !== '') {
      if (letter === '\\') at++;
      else if (letter === quote) quote = '';
    } else if (letter === "'" || letter === '"') quote = letter;
    else if ('[('.includes(letter)) depth++;
    else if ('])'.includes(letter)) depth--;
    else if (letter === '|' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/**
 * Reads the line that begins a module: `Name:[module_num:8|variable_revision_number:15|…]`.
 * @param where For messages.
 * @throws CytoForgeError `corrupt` when it is none.
 */
export function parseModuleLine(line: string, where: string): Omit<PipelineModule, 'settings'> {
  const [, name, list] = MODULE_LINE.exec(line) ?? [];
  if (name === undefined) {
    throw badPipeline({ where, found: line.slice(0, 60), expected: 'ModuleName:[module_num:…' });
  }
  const attributes = new Map(
    splitAttributes(list).map((part) => {
      const colon = part.indexOf(':');
      return [part.slice(0, colon), part.slice(colon + 1)] as const;
    }),
  );
  const whole = (attribute: string) => {
    const text = attributes.get(attribute) ?? '';
    if (/^\d{1,6}$/.test(text)) return Number(text);
    throw badPipeline({ where, found: text, expected: `a number as ${attribute} of ${name}` });
  };
  return {
    name,
    number: whole('module_num'),
    revision: whole('variable_revision_number'),
    enabled: attributes.get('enabled') !== 'False',
  };
}
