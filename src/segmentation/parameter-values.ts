import { CytoForgeError } from '../errors.ts';
import type { SegmenterDescription, SegmenterParameter, SegmenterValues } from './segmenter.ts';

function refuse(parameter: SegmenterParameter, found: unknown, expected: string): CytoForgeError {
  return new CytoForgeError('bad-option', 'A parameter of the segmentation cannot be used.', {
    where: parameter.name,
    found: String(found),
    expected,
  });
}

function checkedValue(parameter: SegmenterParameter, value: number | string | boolean) {
  if (parameter.kind === 'flag') {
    if (typeof value === 'boolean') return value;
    throw refuse(parameter, value, 'true or false');
  }
  if (parameter.kind === 'choice') {
    if (typeof value === 'string' && parameter.options.includes(value)) return value;
    throw refuse(parameter, value, parameter.options.join(', '));
  }
  const { min, max } = parameter;
  if (typeof value === 'number' && value >= min && value <= max) return value;
  throw refuse(parameter, value, `a number from ${min} to ${max}`);
}

/**
 * The values of all parameters of an algorithm: those given, and the defaults of the rest.
 * @throws CytoForgeError `bad-option` for a name it does not have or a value out of range.
 */
export function parameterValues(
  { method, parameters }: SegmenterDescription,
  given: SegmenterValues,
): Record<string, number | string | boolean> {
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const stray = Object.keys(given).find((name) => !known.has(name));
  if (stray !== undefined) {
    throw new CytoForgeError('bad-option', `${method} has no such parameter.`, {
      where: stray,
      found: stray,
      expected: [...known.keys()].join(', '),
    });
  }
  return Object.fromEntries(
    parameters.map((parameter) => [
      parameter.name,
      checkedValue(parameter, given[parameter.name] ?? parameter.default),
    ]),
  );
}
