import type { PickleMachine } from '../machine.ts';
import { asRecord, describeValue, type PickleValue } from '../values.ts';
import type { OperationTable } from './operation.ts';

/** What an empty `Map` or `Set` takes in memory. */
const HASH_BYTES = 192;

function pushTuple(machine: PickleMachine, count: number): void {
  const items: PickleValue[] = [];
  for (let i = 0; i < count; i++) items.unshift(machine.pop());
  machine.push({ kind: 'tuple', items });
}

function append(machine: PickleMachine, items: PickleValue[]): void {
  const list = machine.top();
  if (!Array.isArray(list)) throw machine.corrupt(describeValue(list), 'a list to append to');
  for (const item of items) list.push(item);
}

function fill(machine: PickleMachine, target: PickleValue, items: PickleValue[]): void {
  const dict = asRecord(target, 'dict');
  if (!dict) throw machine.corrupt(describeValue(target), 'a dict to fill');
  if (items.length % 2) throw machine.corrupt('a key without a value', 'pairs of key and value');
  for (let i = 0; i < items.length; i += 2) dict.entries.set(items[i], items[i + 1]);
}

function pushDict(machine: PickleMachine, items: PickleValue[]): void {
  machine.spend(HASH_BYTES);
  const dict: PickleValue = { kind: 'dict', entries: new Map() };
  fill(machine, dict, items);
  machine.push(dict);
}

function pushSet(machine: PickleMachine, items: PickleValue[]): void {
  machine.spend(HASH_BYTES);
  machine.push({ kind: 'set', items: new Set(items) });
}

/** Tuples, lists, dicts and sets. */
export const CONTAINER_OPERATIONS: OperationTable = {
  ')': (machine) => pushTuple(machine, 0),
  '\x85': (machine) => pushTuple(machine, 1),
  '\x86': (machine) => pushTuple(machine, 2),
  '\x87': (machine) => pushTuple(machine, 3),
  t: (machine) => machine.push({ kind: 'tuple', items: machine.popMark() }),
  ']': (machine) => machine.push([]),
  l: (machine) => machine.push(machine.popMark()),
  a: (machine) => append(machine, [machine.pop()]),
  e: (machine) => append(machine, machine.popMark()),
  '}': (machine) => pushDict(machine, []),
  d: (machine) => pushDict(machine, machine.popMark()),
  s: (machine) => {
    const value = machine.pop();
    const key = machine.pop();
    fill(machine, machine.top(), [key, value]);
  },
  u: (machine) => {
    const items = machine.popMark();
    fill(machine, machine.top(), items);
  },
  '\x8f': (machine) => pushSet(machine, []),
  '\x91': (machine) => pushSet(machine, machine.popMark()),
  '\x90': (machine) => {
    const items = machine.popMark();
    const set = asRecord(machine.top(), 'set');
    if (!set) throw machine.corrupt(describeValue(machine.top()), 'a set to add to');
    for (const item of items) set.items.add(item);
  },
};
