import * as v from 'valibot';

/** A whole number of a range, which the message of a refusal names. */
export function whole(from: number, to: number) {
  const range = `a whole number from ${from} to ${to}`;
  return v.pipe(v.number(range), v.integer(range), v.minValue(from, range), v.maxValue(to, range));
}

/** A finite number of a range, which the message of a refusal names. */
export function real(from: number, to: number) {
  const range = `a number from ${from} to ${to}`;
  return v.pipe(v.number(range), v.finite(range), v.minValue(from, range), v.maxValue(to, range));
}

/** One of some words. */
export function oneOf<const Choices extends readonly string[]>(...choices: Choices) {
  return v.picklist(choices, choices.join(' or '));
}
