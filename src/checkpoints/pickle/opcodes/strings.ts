import type { PickleMachine } from '../machine.ts';
import type { OperationTable } from './operation.ts';

const LONGEST_TEXT = 64 * 1024 * 1024;
/** A Python 2 `str` longer than this is data, not text, and stays in the file. */
const LONGEST_BYTE_TEXT = 4096;

const utf8 = new TextDecoder();
const latin1 = new TextDecoder('latin1');

function decodeLatin1(bytes: Uint8Array): string {
  // TextDecoder's latin1 is windows-1252: it differs from Latin-1 in 0x80 to 0x9F.
  if (!bytes.some((byte) => byte >= 0x80 && byte < 0xa0)) return latin1.decode(bytes);
  let text = '';
  for (let i = 0; i < bytes.length; i += 4096) {
    text += String.fromCharCode(...bytes.subarray(i, i + 4096));
  }
  return text;
}

function pushText(machine: PickleMachine, length: number): void {
  if (length > LONGEST_TEXT && length <= machine.cursor.left) {
    throw machine.corrupt(`a text of ${length} bytes`, `at most ${LONGEST_TEXT}`);
  }
  machine.push(utf8.decode(machine.cursor.take(length)));
}

function pushBytes(machine: PickleMachine, length: number): void {
  const { source, offset } = machine.cursor;
  machine.cursor.skip(length);
  machine.push({ kind: 'bytes', source, offset, length });
}

function pushByteText(machine: PickleMachine, length: number): void {
  if (length > LONGEST_BYTE_TEXT) pushBytes(machine, length);
  else machine.push(decodeLatin1(machine.cursor.take(length)));
}

const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
};

function unescapeText(text: string): string {
  return text.replace(/\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|[\s\S])/g, (_, code: string) => {
    if (code[0] === 'x' && code.length === 3) {
      return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    }
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8) & 0xff);
    return ESCAPES[code] ?? code;
  });
}

function rawUnicodeUnescape(text: string): string {
  return text.replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (all, short, long) => {
    const point = Number.parseInt(short ?? long, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** Text and byte strings. Byte strings stay in the file. */
export const STRING_OPERATIONS: OperationTable = {
  X: (machine) => pushText(machine, machine.cursor.u32()),
  '\x8c': (machine) => pushText(machine, machine.cursor.u8()),
  '\x8d': (machine) => pushText(machine, machine.cursor.length64()),
  V: (machine) => machine.push(rawUnicodeUnescape(decodeLatin1(machine.cursor.line()))),
  S: (machine) => {
    const text = decodeLatin1(machine.cursor.line()).trim();
    const quoted = /^(['"])([\s\S]*)\1$/.exec(text);
    if (!quoted) throw machine.corrupt('a string without quotes', 'a quoted string');
    machine.push(unescapeText(quoted[2]));
  },
  T: (machine) => pushByteText(machine, machine.cursor.u32()),
  U: (machine) => pushByteText(machine, machine.cursor.u8()),
  B: (machine) => pushBytes(machine, machine.cursor.u32()),
  C: (machine) => pushBytes(machine, machine.cursor.u8()),
  '\x8e': (machine) => pushBytes(machine, machine.cursor.length64()),
  '\x96': (machine) => pushBytes(machine, machine.cursor.length64()),
};
