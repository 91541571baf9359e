import { unsafeGlobal, unsupportedPickle } from '../fault.ts';
import type { PickleMachine } from '../machine.ts';
import { setNumpyState } from '../numpy.ts';
import { asRecord, describeValue, type PickleTuple, type PickleValue } from '../values.ts';
import type { OperationTable } from './operation.ts';

const utf8 = new TextDecoder();

function popTuple(machine: PickleMachine): PickleTuple {
  const value = machine.pop();
  const tuple = asRecord(value, 'tuple');
  if (!tuple) throw machine.corrupt(describeValue(value), 'a tuple of arguments');
  return tuple;
}

function popName(machine: PickleMachine): string {
  const value = machine.pop();
  if (typeof value !== 'string') throw machine.corrupt(describeValue(value), 'a name');
  return value;
}

function readGlobal(machine: PickleMachine): PickleValue {
  const module = utf8.decode(machine.cursor.line());
  return machine.global(module, utf8.decode(machine.cursor.line()));
}

function build(machine: PickleMachine): void {
  const state = machine.pop();
  const target = machine.top();
  const dict = asRecord(target, 'dict');
  if (dict) dict.attributes = state;
  else if (!setNumpyState(target, state, machine.place)) {
    throw machine.corrupt(`a state for ${describeValue(target)}`, 'a dict, an array or a dtype');
  }
}

function refuseExtension(machine: PickleMachine): never {
  throw unsafeGlobal(machine.place, 'the copyreg extension registry');
}

function refuseBuffer(machine: PickleMachine): never {
  throw unsupportedPickle(machine.place, 'an out-of-band buffer', 'data inside the file');
}

/** Names, calls, state and persistent ids: the only opcodes that touch the allow-list. */
export const OBJECT_OPERATIONS: OperationTable = {
  c: (machine) => machine.push(readGlobal(machine)),
  '\x93': (machine) => {
    const name = popName(machine);
    machine.push(machine.global(popName(machine), name));
  },
  R: (machine) => {
    const args = popTuple(machine);
    machine.push(machine.call(machine.pop(), args));
  },
  '\x81': (machine) => {
    const args = popTuple(machine);
    machine.push(machine.call(machine.pop(), args));
  },
  '\x92': (machine) => {
    const keywords = machine.pop();
    const dict = asRecord(keywords, 'dict');
    if (!dict) throw machine.corrupt(describeValue(keywords), 'a dict of keyword arguments');
    const args = popTuple(machine);
    machine.push(machine.call(machine.pop(), args, dict));
  },
  i: (machine) => {
    const target = readGlobal(machine);
    machine.push(machine.call(target, { kind: 'tuple', items: machine.popMark() }));
  },
  o: (machine) => {
    const [target, ...items] = machine.popMark();
    machine.push(machine.call(target ?? null, { kind: 'tuple', items }));
  },
  b: build,
  P: (machine) => machine.push(machine.persistent(utf8.decode(machine.cursor.line()))),
  Q: (machine) => machine.push(machine.persistent(machine.pop())),
  '\x82': refuseExtension,
  '\x83': refuseExtension,
  '\x84': refuseExtension,
  '\x97': refuseBuffer,
  '\x98': refuseBuffer,
};
