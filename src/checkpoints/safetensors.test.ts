import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { bytesSource } from './byte-source.ts';
import { readSafetensors } from './safetensors.ts';

function file(header: object, body: Uint8Array): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + body.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(body, 8 + json.length);
  return bytes;
}

const VALUES = new Float32Array([1.5, -2, 3.25]);
const GOOD = file(
  { x: { dtype: 'F32', shape: [3], data_offsets: [0, 12] } },
  new Uint8Array(VALUES.buffer),
);

it('reads float32 values, from a Node buffer inside a larger one too', () => {
  const larger = Buffer.concat([Buffer.alloc(5), GOOD]);
  for (const bytes of [GOOD, larger.subarray(5)]) {
    expect(readSafetensors(bytesSource('x.safetensors', bytes)).get('x')?.data).toEqual(VALUES);
  }
});

it('decodes half precision, infinities and subnormals included', () => {
  const bits = new Uint16Array([0x3c00, 0xc000, 0x7c00, 0x0001]);
  const header = { h: { dtype: 'F16', shape: [4], data_offsets: [0, 8] } };
  const read = readSafetensors(bytesSource('h', file(header, new Uint8Array(bits.buffer))));
  expect([...read.get('h')!.data]).toEqual([1, -2, Number.POSITIVE_INFINITY, 2 ** -24]);
});

it.each([
  ['an absurd header length', new Uint8Array(9).fill(255), 'corrupt'],
  ['a header that is no JSON', file([], new Uint8Array()).fill(65, 8), 'corrupt'],
  ['a tensor longer than the file', GOOD.subarray(0, GOOD.length - 1), 'truncated'],
])('refuses %s', (_, bytes, code) => {
  let caught: unknown;
  try {
    readSafetensors(bytesSource('bad', bytes));
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(CytoForgeError);
  expect((caught as CytoForgeError).code).toBe(code);
});
