import type { PickleMachine } from '../machine.ts';
import { readDecimal } from './numbers.ts';
import type { OperationTable } from './operation.ts';

const HIGHEST_PROTOCOL = 5;

function memoIndex(machine: PickleMachine): number {
  const index = readDecimal(machine);
  if (typeof index !== 'number' || index < 0)
    throw machine.corrupt(`memo index ${index}`, 'a count');
  return index;
}

/** Protocol header, frames, marks and memo. */
export const STACK_OPERATIONS: OperationTable = {
  '\x80': (machine) => {
    const protocol = machine.cursor.u8();
    if (protocol > HIGHEST_PROTOCOL) {
      throw machine.corrupt(`pickle protocol ${protocol}`, `0 to ${HIGHEST_PROTOCOL}`);
    }
  },
  '\x95': (machine) => {
    const length = machine.cursor.length64();
    const start = machine.cursor.offset;
    machine.cursor.skip(length);
    machine.cursor.offset = start;
  },
  '(': (machine) => machine.mark(),
  '0': (machine) => machine.discard(),
  '1': (machine) => {
    machine.popMark();
  },
  '2': (machine) => machine.push(machine.top()),
  '\x94': (machine) => machine.memoise(),
  q: (machine) => machine.memoise(machine.cursor.u8()),
  r: (machine) => machine.memoise(machine.cursor.u32()),
  p: (machine) => machine.memoise(memoIndex(machine)),
  h: (machine) => machine.recall(machine.cursor.u8()),
  j: (machine) => machine.recall(machine.cursor.u32()),
  g: (machine) => machine.recall(memoIndex(machine)),
};
