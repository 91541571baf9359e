import type { PickleMachine } from '../machine.ts';
import type { OperationTable } from './operation.ts';

const LARGEST_INTEGER_BYTES = 1024;

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function asciiLine(machine: PickleMachine): string {
  const line = machine.cursor.line();
  if (line.length > LARGEST_INTEGER_BYTES) {
    throw machine.corrupt(`a number of ${line.length} characters`, 'a number');
  }
  return String.fromCharCode(...line).trim();
}

function parseInteger(machine: PickleMachine, text: string): number | bigint {
  if (!/^[+-]?\d+$/.test(text)) throw machine.corrupt(JSON.stringify(text), 'an integer');
  return narrow(BigInt(text.replace(/^\+/, '')));
}

/** A decimal integer on a line of its own. */
export function readDecimal(machine: PickleMachine): number | bigint {
  return parseInteger(machine, asciiLine(machine));
}

function readLittleEndian(machine: PickleMachine, length: number): number | bigint {
  if (length > LARGEST_INTEGER_BYTES) {
    throw machine.corrupt(`an integer of ${length} bytes`, `at most ${LARGEST_INTEGER_BYTES}`);
  }
  const digits = Array.from(machine.cursor.take(length), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  // By way of text: shifting in one byte after the other takes the square of the length.
  const value = BigInt(`0x0${digits.reverse().join('')}`);
  return narrow(BigInt.asIntN(8 * length, value));
}

function parseFloatLine(machine: PickleMachine): number {
  const text = asciiLine(machine);
  const special = { inf: Infinity, '-inf': -Infinity, nan: Number.NaN }[text];
  const value = special ?? Number(text);
  if (text === '' || (special === undefined && Number.isNaN(value))) {
    throw machine.corrupt(JSON.stringify(text), 'a number');
  }
  return value;
}

/** None, booleans, integers and floats. */
export const NUMBER_OPERATIONS: OperationTable = {
  N: (machine) => machine.push(null),
  '\x88': (machine) => machine.push(true),
  '\x89': (machine) => machine.push(false),
  I: (machine) => {
    const text = asciiLine(machine);
    if (text === '00' || text === '01') machine.push(text === '01');
    else machine.push(parseInteger(machine, text));
  },
  J: (machine) => machine.push(machine.cursor.i32()),
  K: (machine) => machine.push(machine.cursor.u8()),
  M: (machine) => machine.push(machine.cursor.u16()),
  L: (machine) => machine.push(parseInteger(machine, asciiLine(machine).replace(/L$/, ''))),
  '\x8a': (machine) => machine.push(readLittleEndian(machine, machine.cursor.u8())),
  '\x8b': (machine) => machine.push(readLittleEndian(machine, machine.cursor.u32())),
  F: (machine) => machine.push(parseFloatLine(machine)),
  G: (machine) => machine.push(machine.cursor.f64be()),
};
