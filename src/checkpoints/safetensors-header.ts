import * as v from 'valibot';
import { CytoForgeError } from '../errors.ts';
import { assertRange, type ByteSource } from './byte-source.ts';
import { elementCount } from './pickle/numpy-decode.ts';

/** Bytes per element of the format's types. */
const BYTES_PER_ELEMENT: ReadonlyMap<string, number> = new Map([
  ['F64', 8],
  ['F32', 4],
  ['F16', 2],
  ['BF16', 2],
  ['I64', 8],
  ['I32', 4],
  ['I16', 2],
  ['I8', 1],
  ['U64', 8],
  ['U32', 4],
  ['U16', 2],
  ['U8', 1],
  ['BOOL', 1],
]);

/** JSON takes some 30 bytes of memory for one of a hostile file; a header of 8 MiB holds 80,000 tensors. */
const LARGEST_HEADER = 8 * 1024 * 1024;

/** What the header says of one tensor. */
export interface SafetensorsEntry {
  name: string;
  /** As the format writes it: `F32`, `BF16` … */
  dtype: string;
  shape: number[];
  /** Byte range in the file. */
  offset: number;
  bytes: number;
}

/** The tensors of a file, and what else its writer noted. */
export interface SafetensorsHeader {
  entries: SafetensorsEntry[];
  metadata: Record<string, string>;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entrySchema = v.object({
  dtype: v.string(),
  shape: v.pipe(v.array(count), v.maxLength(64)),
  data_offsets: v.tuple([count, count]),
});
const metadataSchema = v.record(v.string(), v.string());

/** The refusal of a file whose header is odd. */
export function corruptSafetensors(
  source: ByteSource,
  where: string,
  found: string,
  expected: string,
): CytoForgeError {
  return new CytoForgeError('corrupt', `${source.name} is not a valid safetensors file.`, {
    where: where === '' ? 'a tensor without a name' : where,
    found,
    expected,
    hint: 'Copy or download the file again.',
  });
}

function parseHeader(source: ByteSource, length: number): object {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(source.read(8, length)));
  } catch {
    throw corruptSafetensors(source, 'byte 8', 'a header that is not JSON', 'a JSON header');
  }
  if (typeof header === 'object' && header !== null && !Array.isArray(header)) return header;
  throw corruptSafetensors(source, 'byte 8', 'a header of another kind', 'a JSON object');
}

function readEntry(
  source: ByteSource,
  name: string,
  value: unknown,
  start: number,
): SafetensorsEntry {
  const parsed = v.safeParse(entrySchema, value);
  if (!parsed.success) {
    const [{ received, expected }] = parsed.issues;
    const path = v.getDotPath(parsed.issues[0]);
    const where = path ? `${name}: ${path}` : name;
    throw corruptSafetensors(source, where, received, expected ?? 'dtype, shape, data_offsets');
  }
  const { dtype, shape, data_offsets } = parsed.output;
  const [from, to] = data_offsets;
  const size = BYTES_PER_ELEMENT.get(dtype);
  if (size === undefined) {
    const known = [...BYTES_PER_ELEMENT.keys()].join(', ');
    throw corruptSafetensors(source, name, `type ${dtype}`, known);
  }
  if (to - from !== elementCount(shape) * size) {
    const expected = `shape [${shape}] of ${dtype}`;
    throw corruptSafetensors(source, name, `bytes ${from} to ${to}`, expected);
  }
  assertRange(source, start + from, to - from);
  return { name, dtype, shape, offset: start + from, bytes: to - from };
}

/** Ranges that overlap could stand for endless data. */
function checkApart(source: ByteSource, entries: SafetensorsEntry[]): void {
  let end = 0;
  for (const { name, offset, bytes } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end) {
      throw corruptSafetensors(source, name, 'data that another tensor has', 'data of its own');
    }
    end = offset + bytes;
  }
}

/**
 * Reads the header of a safetensors file: 8-byte little-endian length, then JSON. No data is read.
 * @throws CytoForgeError `truncated`, or `corrupt` with the tensor that is odd.
 */
export function readSafetensorsHeader(source: ByteSource): SafetensorsHeader {
  const head = source.read(0, 8);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > LARGEST_HEADER || length + 8 > source.size) {
    const most = Math.min(LARGEST_HEADER, source.size - 8);
    const found = `a header of ${length} bytes`;
    throw corruptSafetensors(source, 'byte 0', found, `at most ${most} bytes`);
  }
  const entries: SafetensorsEntry[] = [];
  let metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(parseHeader(source, length))) {
    if (name !== '__metadata__') entries.push(readEntry(source, name, value, 8 + length));
    else if (v.is(metadataSchema, value)) metadata = value;
  }
  checkApart(source, entries);
  return { entries, metadata };
}

/** Whether a source begins like a safetensors file: a header length, then a JSON object. */
export function isSafetensors(source: ByteSource): boolean {
  if (source.size < 10) return false;
  const head = source.read(0, 9);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return head[8] === 0x7b && view.getBigUint64(0, true) <= BigInt(source.size - 8);
}
