import type { ErrorCode } from '../../../errors.ts';
import { joinBytes } from '../../pickle/write-pickle.ts';
import { ascii } from '../pickle-pieces.ts';
import type { ReaderName } from '../readers.ts';

/** A file that stands for far more memory or time than it takes itself. */
export interface Bomb {
  name: string;
  file: string;
  make(): Uint8Array;
  reader: ReaderName;
  /** How it must end; null where it is harmless data. */
  code: ErrorCode | null;
}

/** Opcodes as text, repeated parts by count. */
export function program(...parts: (string | [text: string, times: number])[]): Uint8Array {
  return joinBytes(
    parts.map((part) => {
      const [text, times] = typeof part === 'string' ? [part, 1] : part;
      const once = Uint8Array.from(ascii(text));
      const all = new Uint8Array(once.length * times);
      for (let i = 0; i < times; i++) all.set(once, i * once.length);
      return all;
    }),
  );
}
