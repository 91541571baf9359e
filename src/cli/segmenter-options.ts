import { type Command, InvalidArgumentError, Option } from 'commander';
import { CytoForgeError } from '../errors.ts';
import { type DescribedChoice, describeChoice } from '../segmentation/describe-choice.ts';
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

/**
 * What is known of a method that was checked by the command line, or of the pipeline it runs.
 * @throws CytoForgeError as `describeChoice`.
 */
export function descriptionOf(choice: DescribedChoice): SegmenterDescription {
  return describeChoice(choice) as SegmenterDescription;
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

/** Adds an option of `name=value` that may be given again. */
export function addParameterOption(
  command: Command,
  flags = '--param <name=value>',
  meaning = 'parameter of the algorithm',
): Command {
  return command.addOption(
    new Option(flags, `${meaning}; may be given again`)
      .default({} as WrittenParameters, 'none')
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
    ...descriptionOf({ method }).parameters.map(
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
