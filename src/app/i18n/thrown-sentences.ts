import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence that some source throws, its changing parts as `%1`, `%2` …, with where it stands. */
export interface ThrownSentence {
  text: string;
  file: string;
}

/** Rooms whose errors a person meets on the page; the command line and parity speak English to engineers. */
const ROOMS = [
  'checkpoints',
  'dataset',
  'engine',
  'imaging',
  'nn',
  'pipeline',
  'segmentation',
  'services',
  'store',
];

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/\/(fixtures|fuzz|synthetic)\//.test(path));
}

/** Position behind the literal that begins at `start` with its quote. */
function endOfLiteral(source: string, start: number): number {
  const quote = source[start];
  let depth = 0;
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (quote === '`' && source.startsWith('${', at)) depth++;
    else if (depth > 0 && source[at] === '}') depth--;
    else if (depth === 0 && source[at] === quote) return at + 1;
  }
  return source.length;
}

/** A literal's text, with a mark for each part that is filled in. */
function patternOf(literal: string): string {
  const inner = literal.slice(1, -1);
  let parts = 0;
  let text = '';
  for (let at = 0; at < inner.length; at++) {
    if (literal[0] === '`' && inner.startsWith('${', at)) {
      let depth = 1;
      for (at += 2; depth > 0; at++) depth += inner[at] === '{' ? 1 : inner[at] === '}' ? -1 : 0;
      at--;
      parts += 1;
      text += `%${parts}`;
    } else if (inner[at] === '\\') {
      at += 1;
      text += inner[at];
    } else text += inner[at];
  }
  return text;
}

/** Whether a literal is a sentence or a clause: it has words, and is no name of something. */
function isSentence(text: string): boolean {
  return /[a-z]{2,} [a-z(]/i.test(text.replace(/%\d/g, 'x'));
}

const THROWN = /new CytoForgeError\(\s*(?:'[\w-]+'|\w+),\s*(?=['"`])/g;
const HINT = /\bhint:\s*(?:[\w.]+\s*\?\s*)?(?=['"`])/g;

/** Messages and hints of every `CytoForgeError` in the sources, each once. */
export function thrownSentences(root: string): ThrownSentence[] {
  const found = new Map<string, string>();
  for (const file of ROOMS.flatMap((room) => sourcesIn(join(root, room)))) {
    const source = readFileSync(file, 'utf8');
    for (const start of [...source.matchAll(THROWN), ...source.matchAll(HINT)]) {
      const at = start.index + start[0].length;
      const text = patternOf(source.slice(at, endOfLiteral(source, at)));
      if (isSentence(text) && !found.has(text)) found.set(text, file);
    }
  }
  return [...found].map(([text, file]) => ({ text, file }));
}
