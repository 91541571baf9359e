import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source.ts';
import type { PickleValue } from './pickle/values.ts';
import { toPlainData } from './plain-data.ts';
import { recogniseFile } from './recognise.ts';
import { openStyleGan3Snapshot } from './stylegan-snapshot.ts';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const source = (...parts: number[][]) => bytesSource('hostile.pkl', Uint8Array.from(parts.flat()));
const repeat = (letter: string, count: number) =>
  new Array<number>(count).fill(letter.charCodeAt(0));

/** Opcodes that make a persistent object of class Generator around the state on the stack. */
const PERSISTENT_HEAD =
  'ctorch_utils.persistence\n_reconstruct_persistent_obj\n' +
  "(}S'type'\nS'class'\nsS'version'\nI6\nsS'class_name'\nS'Generator'\nsS'state'\n";

describe('small files that stand for endless data', () => {
  it('refuses modules that share their submodules forty levels deep', () => {
    const empty = "(dS'_parameters'\n(dsS'_buffers'\n(dsS'_modules'\n";
    let module = `${PERSISTENT_HEAD}${empty}(dsstRp0\n0`;
    for (let level = 1; level <= 40; level++) {
      const children = `(dS'a'\ng${level - 1}\nsS'b'\ng${level - 1}\ns`;
      module += `${PERSISTENT_HEAD}${empty}${children}sstRp${level}\n0`;
    }
    const file = source(ascii(`${module}(dS'G_ema'\ng40\ns.`));
    expect(() => openStyleGan3Snapshot(file)).toThrow(
      expect.objectContaining({
        code: 'corrupt',
        details: expect.objectContaining({ found: 'modules without end' }),
      }),
    );
  });

  it('names a key that is a list nested a hundred thousand times', () => {
    const deep = [...repeat(']', 100_000), ...repeat('a', 99_999)];
    const file = source(ascii('\x80\x02}'), deep, ascii('K\x01s.'));
    expect(() => openStyleGan3Snapshot(file)).toThrow(
      expect.objectContaining({
        code: 'wrong-architecture',
        details: expect.objectContaining({ found: 'only a list' }),
      }),
    );
    expect(recogniseFile(file).error?.code).toBe('wrong-architecture');
  });

  it('shows only so much of lists that share lists', () => {
    let list: PickleValue[] = ['x'];
    for (let level = 0; level < 7; level++) list = new Array(1000).fill(list);
    expect(JSON.stringify(toPlainData(list)).length).toBeLessThan(100_000);
  });
});
