import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../byte-source.ts';
import { openStateDict } from './state-dict.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A state dict `{'w': tensor, 'v': tensor}` in the ZIP form, with two storages of four float32 numbers. */
function archive(pickle: string) {
  const data = new Uint8Array(16);
  const files = { 'a/data.pkl': bytes(pickle), 'a/data/0': data, 'a/data/1': data };
  return bytesSource('odd.pth', zipSync(files, { level: 0 }));
}

function id(key: string, elements: string, type = 'FloatStorage'): string {
  return `(S'storage'\nctorch\n${type}\n${key}S'cpu'\n${elements}tQ`;
}

function tensor(storage: string, offset: string, shape: string, stride: string): string {
  return `ctorch._utils\n_rebuild_tensor_v2\n(${storage}${offset}(${shape}t(${stride}tI00\n}tR`;
}

const stateDict = (value: string, other = 'N') => `\x80\x02}S'w'\n${value}sS'v'\n${other}s.`;
const whole = id("S'0'\n", 'I4\n');

const CASES: [what: string, pickle: string, found: string][] = [
  [
    'a storage that is not in the archive',
    stateDict(tensor(id("S'7'\n", 'I4\n'), 'I0\n', 'I4\n', 'I1\n')),
    'no entry data/7',
  ],
  [
    'a key that climbs out',
    stateDict(tensor(id("S'../data/0'\n", 'I4\n'), 'I0\n', 'I4\n', 'I1\n')),
    'no entry data/../data/0',
  ],
  [
    'more elements than are stored',
    stateDict(tensor(id("S'0'\n", 'I5\n'), 'I0\n', 'I4\n', 'I1\n')),
    '16 bytes for storage 0',
  ],
  [
    'elements of another width',
    stateDict(tensor(id("S'0'\n", 'I4\n', 'DoubleStorage'), 'I0\n', 'I4\n', 'I1\n')),
    '16 bytes for storage 0',
  ],
  [
    'one storage in two types',
    stateDict(
      tensor(whole, 'I0\n', 'I4\n', 'I1\n'),
      tensor(id("S'0'\n", 'I4\n', 'IntStorage'), 'I0\n', 'I4\n', 'I1\n'),
    ),
    'storage 0 in two ways',
  ],
  ['a negative side', stateDict(tensor(whole, 'I0\n', 'I-4\n', 'I1\n')), 'an odd tensor'],
  ['a side that is no number', stateDict(tensor(whole, 'I0\n', 'Fnan\n', 'I1\n')), 'an odd tensor'],
  ['half a side', stateDict(tensor(whole, 'I0\n', 'F1.5\n', 'I1\n')), 'an odd tensor'],
  ['a negative offset', stateDict(tensor(whole, 'I-1\n', 'I1\n', 'I1\n')), 'an odd tensor'],
  ['too few strides', stateDict(tensor(whole, 'I0\n', 'I2\nI2\n', 'I1\n')), 'an odd tensor'],
  [
    'strides beyond the storage',
    stateDict(tensor(whole, 'I0\n', 'I2\nI2\n', 'I9007199254740991\nI1\n')),
    'a tensor of shape [2,2] at offset 0',
  ],
  [
    'sides whose product is beyond all numbers',
    stateDict(tensor(whole, 'I0\n', 'L9007199254740991L\n'.repeat(30), 'I0\n'.repeat(30))),
    'a tensor of shape [',
  ],
  [
    'one number repeated a thousand million times',
    stateDict(tensor(whole, 'I0\n', 'I1000000000\n', 'I0\n')),
    'a tensor of shape [1000000000] at offset 0',
  ],
  [
    'a key without end',
    stateDict(tensor(id(`S'${'0'.repeat(99)}'\n`, 'I4\n'), 'I0\n', 'I4\n', 'I1\n')),
    'an odd storage id',
  ],
];

describe('tensors that cannot be', () => {
  it.each(CASES)('%s', (_, pickle, found) => {
    expect(() => openStateDict(archive(pickle))).toThrow(
      expect.objectContaining({
        code: 'corrupt',
        details: expect.objectContaining({
          found: expect.stringContaining(found),
          where: expect.stringMatching(/^byte \d+$/),
        }),
      }),
    );
  });

  it('takes a tensor of no numbers, however long its other sides are', () => {
    const empty = tensor(
      whole,
      'I0\n',
      `I0\n${'L9007199254740991L\n'.repeat(30)}`,
      'I1\n'.repeat(31),
    );
    const tensors = openStateDict(archive(stateDict(empty)));
    expect(tensors.get('w')?.shape[0]).toBe(0);
  });
});
