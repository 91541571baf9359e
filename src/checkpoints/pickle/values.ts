import type { ByteSource } from '../byte-source.ts';
import type { NumpyArray, NumpyDtype } from './numpy-records.ts';
import type { TorchStorage, TorchTensor } from './torch-records.ts';

/** A byte string left where it is in the file: only its place is known until it is read. */
export interface PickleBytes {
  kind: 'bytes';
  source: ByteSource;
  offset: number;
  length: number;
}

export interface PickleTuple {
  kind: 'tuple';
  items: PickleValue[];
}

/** A `dict`, `OrderedDict` or `EasyDict`; `attributes` is what BUILD gave it (e.g. `_metadata`). */
export interface PickleDict {
  kind: 'dict';
  entries: Map<PickleValue, PickleValue>;
  attributes?: PickleValue;
}

export interface PickleSet {
  kind: 'set';
  items: Set<PickleValue>;
}

/** A name from the allow-list, e.g. `torch.FloatStorage`. */
export interface PickleGlobal {
  kind: 'global';
  name: string;
}

/** An object of StyleGAN's persistence scheme: its class by name and its `__dict__`. */
export interface PersistentObject {
  kind: 'persistent';
  type: PickleValue;
  version: PickleValue;
  className: PickleValue;
  state: PickleValue;
}

/** Anything a pickle can hold here: plain data, never a live object. A Python list is an array. */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PickleValue[]
  | PickleBytes
  | PickleTuple
  | PickleDict
  | PickleSet
  | PickleGlobal
  | PersistentObject
  | NumpyDtype
  | NumpyArray
  | TorchStorage
  | TorchTensor;

/** The records among the values. */
export type PickleRecord = Extract<PickleValue, { kind: string }>;

/** The record of that kind, or null for any other value. */
export function asRecord<K extends PickleRecord['kind']>(
  value: PickleValue | undefined,
  kind: K,
): Extract<PickleRecord, { kind: K }> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return value.kind === kind ? (value as Extract<PickleRecord, { kind: K }>) : null;
}

/**
 * A key, name or version for messages: texts and numbers as they are, other values by their kind. Never
 * `String(value)`: a hostile list can be nested deeper than our stack.
 */
export function showKey(value: PickleValue | undefined): string {
  return typeof value === 'string' ? value : describeValue(value).replace(/^the value /, '');
}

/** The bytes that a text of Latin-1 letters stands for. */
export function bytesOfLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** A word for what a value is, for messages: `a dict`, `a str`, `a tensor` … */
export function describeValue(value: PickleValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'None';
  if (typeof value === 'string') return 'a str';
  if (typeof value !== 'object') return `the value ${value}`;
  if (Array.isArray(value)) return 'a list';
  if (value.kind === 'global') return value.name;
  if (value.kind === 'persistent') return 'an object of a network class';
  return `a ${value.kind}`;
}
