import { type Command, InvalidArgumentError, Option } from 'commander';
import { CytoForgeError } from '../errors.ts';
import { SEGMENTER_DESCRIPTIONS } from '../segmentation/describe-segmenters.ts';
import type { SegmenterDescription, SegmenterParameter } from '../segmentation/segmenter.ts';
import type { SegmenterMethod } from '../segmentation/segmenter-method.ts';

/** Parameters as they were written: text by name. */
export type WrittenParameters = Readonly<Record<string, string>>;

function collect(text: string, sofar: WrittenParameters): WrittenParameters {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write it as name=value.');
  return { ...sofar, [text.slice(0, at).trim()]: text.slice(at + 1).trim() };
}

/** Methods that can run here. */
export function knownMethods(): SegmenterMethod[] {
  return Object.keys(SEGMENTER_DESCRIPTIONS) as SegmenterMethod[];
}

/** What is known of a method that was checked by the command line. */
export function descriptionOf(method: SegmenterMethod): SegmenterDescription {
  return SEGMENTER_DESCRIPTIONS[method] as SegmenterDescription;
}

function parsedValue(parameter: SegmenterParameter | undefined, text: string) {
  if (parameter?.kind === 'flag' && /^(true|false)$/.test(text)) return text === 'true';
  const number = Number(text);
  return parameter?.kind === 'number' && text !== '' && !Number.isNaN(number) ? number : text;
}

/** Written parameters as values of their kinds; what does not fit stays text, and the algorithm refuses it. */
export function valuesOf(
  { parameters }: SegmenterDescription,
  written: WrittenParameters,
): Record<string, number | string | boolean> {
  const entries = Object.entries(written).map(([name, text]) => [
    name,
    parsedValue(
      parameters.find((parameter) => parameter.name === name),
      text,
    ),
  ]);
  return Object.fromEntries(entries);
}

/** Adds `--param`. */
export function addParameterOption(command: Command): Command {
  return command.addOption(
    new Option('--param <name=value>', 'parameter of the algorithm; may be given again')
      .default({} as WrittenParameters, 'its defaults')
      .argParser(collect),
  );
}

function rangeInWords(parameter: SegmenterParameter): string {
  if (parameter.kind === 'flag') return 'true or false';
  if (parameter.kind === 'choice') return parameter.options.join(', ');
  return `${parameter.min} to ${parameter.max}`;
}

/** The parameters of every algorithm, a line each, for `--help`. */
export function parameterHelp(): string {
  const lines = knownMethods().flatMap((method) => [
    `  ${method}`,
    ...descriptionOf(method).parameters.map(
      (parameter) => `    ${parameter.name} = ${parameter.default}  (${rangeInWords(parameter)})`,
    ),
  ]);
  return `\nParameters and their defaults:\n${lines.join('\n')}`;
}

/**
 * A pixel size from the command line.
 * @throws CytoForgeError `bad-option` unless it is above 0.
 */
export function pixelSizeOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const size = Number(text);
  if (size > 0 && Number.isFinite(size)) return size;
  throw new CytoForgeError('bad-option', 'A pixel has no such size.', {
    where: '--microns-per-pixel',
    found: text,
    expected: 'micrometres, above 0',
  });
}
