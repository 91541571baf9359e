import { CytoForgeError } from '../errors.ts';
import type { ByteSource } from './byte-source.ts';

/** A value of `opt.txt`, by what it looks like. */
export type OptionValue = string | number | boolean | null | number[];

export type Options = ReadonlyMap<string, OptionValue>;

const LARGEST_FILE = 1024 * 1024;
/** Paths are the longest values; matching takes the square of a line's length at worst. */
const LONGEST_LINE = 4096;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function parseValue(text: string): OptionValue {
  if (text === 'True') return true;
  if (text === 'False') return false;
  if (text === 'None') return null;
  if (/^[+-]?inf$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (NUMBER.test(text)) return Number(text);
  const list = /^\[([-+\d\s,.e]*)\]$/i.exec(text)?.[1];
  if (list === undefined) return text;
  const items = list.split(',').map((item) => item.trim());
  return items.filter((item) => item !== '').map(Number);
}

/**
 * Reads pix2pixHD's `opt.txt`: `name: value` lines between dashed ones. Lines of another form and later
 * relatives' `[default: …]` notes are skipped over.
 * @throws CytoForgeError `not-a-checkpoint` when no line is an option.
 */
export function readOptions(source: ByteSource): Options {
  const size = Math.min(source.size, LARGEST_FILE);
  const text = new TextDecoder().decode(source.read(0, size));
  const options = new Map<string, OptionValue>();
  for (const line of text.split(/\r?\n/)) {
    if (line.length > LONGEST_LINE) continue;
    const match = /^\s*([A-Za-z_]\w*)\s*:(.*)$/.exec(line);
    if (!match) continue;
    options.set(match[1], parseValue(match[2].replace(/\[default:.*\]\s*$/, '').trim()));
  }
  if (options.size > 0 && !text.includes('\0')) return options;
  throw new CytoForgeError('not-a-checkpoint', `${source.name} is not an options file.`, {
    where: 'byte 0',
    found: source.size === 0 ? 'an empty file' : 'no “name: value” lines',
    expected: 'the opt.txt that pix2pixHD writes beside its checkpoints',
    hint: 'Choose that one, or leave it out.',
  });
}
