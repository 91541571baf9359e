import type { PickleBudget } from './budget.ts';
import type { ByteCursor } from './cursor.ts';
import { corruptPickle, type Place, unsafeGlobal } from './fault.ts';
import {
  asRecord,
  type PickleDict,
  type PickleGlobal,
  type PickleTuple,
  type PickleValue,
} from './values.ts';

/** Where a call stands, and what it may cost: arguments can be shared, so a call may not be cheap for nothing. */
export interface CallPlace extends Place {
  budget: PickleBudget;
}

/** Makes a record from a call's arguments. It must not look beyond them. */
export type Constructor = (
  args: PickleValue[],
  place: CallPlace,
  keywords: PickleDict | null,
) => PickleValue;

/** The globals a pickle may name. `null` marks names that are only data, such as `torch.FloatStorage`. */
export type AllowList = ReadonlyMap<string, Constructor | null>;

/** Turns a persistent id into a value. */
export type PersistentLoad = (id: PickleValue, place: Place) => PickleValue;

const DEEPEST_MARK = 100_000;

/** The interpreter's state: one stack, the marks in it, and the memo. */
export class PickleMachine {
  readonly cursor: ByteCursor;
  readonly budget: PickleBudget;
  readonly #allowed: AllowList;
  readonly #persistentLoad: PersistentLoad | null;
  readonly #stack: PickleValue[] = [];
  readonly #marks: number[] = [];
  readonly #memo = new Map<number, PickleValue>();
  /** Byte offset of the opcode being run. */
  opcodeOffset = 0;

  constructor(
    cursor: ByteCursor,
    allowed: AllowList,
    persistentLoad: PersistentLoad | null,
    budget: PickleBudget,
  ) {
    this.cursor = cursor;
    this.budget = budget;
    this.#allowed = allowed;
    this.#persistentLoad = persistentLoad;
  }

  get place(): Place {
    return { name: this.cursor.source.name, offset: this.opcodeOffset };
  }

  /** Pays for a container that is about to be made. */
  spend(bytes: number): void {
    this.budget.spend(this.place, bytes);
  }

  corrupt(found: string, expected: string): Error {
    return corruptPickle(this.place, found, expected);
  }

  push(value: PickleValue): void {
    this.#stack.push(value);
  }

  pop(): PickleValue {
    const floor = this.#marks.at(-1) ?? 0;
    if (this.#stack.length <= floor) throw this.corrupt('an empty stack', 'a value on the stack');
    return this.#stack.pop() as PickleValue;
  }

  top(): PickleValue {
    const value = this.pop();
    this.#stack.push(value);
    return value;
  }

  mark(): void {
    if (this.#marks.length >= DEEPEST_MARK) {
      throw this.corrupt('marks without end', `at most ${DEEPEST_MARK} nested marks`);
    }
    this.#marks.push(this.#stack.length);
  }

  /** Everything above the last mark, which is removed. */
  popMark(): PickleValue[] {
    const start = this.#marks.pop();
    if (start === undefined) throw this.corrupt('no mark on the stack', 'a mark');
    return this.#stack.splice(start);
  }

  /** POP: the topmost value, or a mark if that is on top. */
  discard(): void {
    if (this.#marks.length > 0 && this.#marks.at(-1) === this.#stack.length) this.#marks.pop();
    else this.pop();
  }

  memoise(index: number = this.#memo.size): void {
    this.#memo.set(index, this.top());
  }

  recall(index: number): void {
    const value = this.#memo.get(index);
    if (value === undefined) throw this.corrupt(`memo entry ${index}`, 'an entry stored before');
    this.push(value);
  }

  /** A global by name, if the allow-list has it. */
  global(module: string, name: string): PickleGlobal {
    const full = `${module}.${name}`;
    if (!this.#allowed.has(full)) throw unsafeGlobal(this.place, full);
    return { kind: 'global', name: full };
  }

  call(target: PickleValue, args: PickleTuple, keywords: PickleDict | null = null): PickleValue {
    const global = asRecord(target, 'global');
    const make = global ? this.#allowed.get(global.name) : null;
    if (!make) throw this.corrupt('a call of something that cannot be called', 'a constructor');
    return make(args.items, { ...this.place, budget: this.budget }, keywords);
  }

  persistent(id: PickleValue): PickleValue {
    if (!this.#persistentLoad) {
      throw this.corrupt('a persistent id', 'a pickle that stands alone');
    }
    return this.#persistentLoad(id, this.place);
  }
}
