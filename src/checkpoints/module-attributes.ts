import { CytoForgeError } from '../errors.ts';
import type { StoredModule } from './persistent-module.ts';
import { asCounts } from './pickle/numpy.ts';
import { decodeNumbers, elementCount } from './pickle/numpy-decode.ts';
import { asRecord, describeValue, type PickleValue } from './pickle/values.ts';

function wrongAttribute(module: StoredModule, name: string, expected: string): CytoForgeError {
  return new CytoForgeError('wrong-architecture', `${module.file} has an unexpected network.`, {
    where: `${module.path}.${name}`,
    found: describeValue(module.attributes.get(name)),
    expected,
    hint: 'Load and save the snapshot again with the official repository.',
  });
}

/** A finite number among a module's attributes. */
export function numberAttribute(module: StoredModule, name: string): number {
  const value = module.attributes.get(name);
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw wrongAttribute(module, name, 'a number');
  }
  return value;
}

/** A whole number that is not negative. */
export function countAttribute(module: StoredModule, name: string): number {
  const value = module.attributes.get(name);
  if (!asCounts([value ?? null])) throw wrongAttribute(module, name, 'a whole number');
  return value as number;
}

/** A number, or null for None. */
export function optionalNumberAttribute(module: StoredModule, name: string): number | null {
  return module.attributes.get(name) === null ? null : numberAttribute(module, name);
}

/** A boolean. */
export function flagAttribute(module: StoredModule, name: string): boolean {
  const value = module.attributes.get(name);
  if (typeof value !== 'boolean') throw wrongAttribute(module, name, 'True or False');
  return value;
}

function asNumbers(value: PickleValue | undefined, length: number): number[] | null {
  const array = asRecord(value, 'ndarray');
  if (array && elementCount(array.shape) !== length) return null;
  if (array) return Array.from(decodeNumbers(array, { name: 'array', offset: 0 }));
  const items = Array.isArray(value) ? value : asRecord(value, 'tuple')?.items;
  if (!items?.every((item) => typeof item === 'number')) return null;
  return items as number[];
}

/** A list, tuple or array of `length` numbers. */
export function numbersAttribute(module: StoredModule, name: string, length: number): number[] {
  const numbers = asNumbers(module.attributes.get(name), length);
  if (numbers?.length !== length) throw wrongAttribute(module, name, `${length} numbers`);
  return numbers;
}

/** The side of a square size, stored as `[width, height]` or as one number. */
export function squareAttribute(module: StoredModule, name: string): number {
  if (typeof module.attributes.get(name) === 'number') return countAttribute(module, name);
  const [width, height] = numbersAttribute(module, name, 2);
  if (width !== height || !asCounts([width])) throw wrongAttribute(module, name, 'a square size');
  return width;
}

/** A list of numbers, however many. */
export function numberListAttribute(module: StoredModule, name: string): number[] {
  const value = module.attributes.get(name);
  const numbers = Array.isArray(value) ? asNumbers(value, value.length) : null;
  if (!numbers) throw wrongAttribute(module, name, 'a list of numbers');
  return numbers;
}

/** A text. */
export function textAttribute(module: StoredModule, name: string): string {
  const value = module.attributes.get(name);
  if (typeof value !== 'string') throw wrongAttribute(module, name, 'a text');
  return value;
}

/** A list of names. */
export function namesAttribute(module: StoredModule, name: string): string[] {
  const value = module.attributes.get(name);
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw wrongAttribute(module, name, 'a list of names');
  }
  return value as string[];
}
