import { corruptPickle, type Place } from './fault.ts';

/** What one opcode may leave behind: an entry of the stack, one of the memo, and a small value. */
const OPCODE_BYTES = 64;

/**
 * Bytes of values that one file may make. A byte of a pickle can stand for a hundred bytes of memory, and memo
 * entries let it do so again and again; an official snapshot takes some 3 MiB of this.
 */
export const MOST_PICKLED_BYTES = 256 * 1024 * 1024;

/**
 * What reading a pickle may still cost. One budget is shared by a file and the streams inside it, so four million
 * opcodes are the end whatever the file says: memory stays below `MOST_PICKLED_BYTES` and twice the size of
 * the file (texts are decoded), and the time in proportion.
 */
export class PickleBudget {
  #left = MOST_PICKLED_BYTES;

  /** Takes what one opcode costs. */
  step(place: Place): void {
    this.spend(place, OPCODE_BYTES);
  }

  /** Takes `bytes`. @throws CytoForgeError `corrupt` when there are not so many left. */
  spend(place: Place, bytes: number): void {
    this.#left -= bytes;
    if (this.#left >= 0) return;
    throw corruptPickle(place, 'values without end', `at most ${MOST_PICKLED_BYTES} bytes of them`);
  }
}
