import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source.ts';
import { fixture, fixtureBytes } from './fixtures/open-fixture.ts';
import { readNpy } from './npy.ts';
import { openNpz } from './npz.ts';
import { readStyleClusters } from './style-clusters.ts';

function npy(header: string, body: number[] = []) {
  const head = [0x93, ...'NUMPY'].map((c) => (typeof c === 'string' ? c.charCodeAt(0) : c));
  const text = [...header].map((c) => c.charCodeAt(0));
  return bytesSource(
    'test.npy',
    Uint8Array.from([...head, 1, 0, text.length, 0, ...text, ...body]),
  );
}

const OFFICIAL = '03_p2p_features_clustered_010.npy';

describe('readStyleClusters', () => {
  it('reads the official file', () => {
    const clusters = readStyleClusters(fixture(OFFICIAL));
    expect(Object.values(clusters).map((rows) => rows.length)).toEqual([6, 10, 10]);
    expect(clusters['0'].every((centre) => centre.length === 3)).toBe(true);
    expect(clusters['0'][0]).toEqual([
      0.07487209141254425, 0.16525374352931976, -0.26545509696006775,
    ]);
  });

  it('reads the same under protocol 2', () => {
    const name = OFFICIAL.replace('.npy', '.proto2.npy');
    expect(readStyleClusters(fixture(name))).toEqual(readStyleClusters(fixture(OFFICIAL)));
  });

  it('reads the same with the names of NumPy 2', () => {
    const text = new TextDecoder('latin1').decode(fixtureBytes(OFFICIAL));
    const renamed = text.replaceAll('numpy.core.', 'numpy._core.');
    expect(renamed).not.toBe(text);
    const bytes = Uint8Array.from(renamed, (letter) => letter.charCodeAt(0));
    expect(readStyleClusters(bytesSource('new.npy', bytes))).toEqual(
      readStyleClusters(fixture(OFFICIAL)),
    );
  });

  it('refuses an array of numbers', () => {
    const source = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }\n", [1, 2]);
    expect(() => readStyleClusters(source)).toThrow(
      expect.objectContaining({ code: 'wrong-architecture' }),
    );
  });
});

describe('readNpy', () => {
  it.each([
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (4,), }\n", 'truncated'],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (1e9,9e9), }\n", 'corrupt'],
    ["{'descr': '<f4', 'fortran_order': False, 'shape': (-4,), }\n", 'corrupt'],
    ["{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }\n", 'unsupported'],
    ["{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }\n", 'unsupported'],
    ["{'shape': (1,), }\n", 'corrupt'],
  ])('refuses %s as %s', (header, code) => {
    expect(() => readNpy(npy(header, [0, 0, 0, 0, 0, 0, 0, 0]))).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('openNpz', () => {
  it('reads every type of array', () => {
    const npz = openNpz(fixture('arrays.npz'));
    expect(npz.numbers('f2')).toEqual({
      kind: 'numbers',
      shape: [2, 3],
      data: Float32Array.of(0, 1, 2, 3, 4, 5),
    });
    expect(npz.numbers('f8').data).toEqual(Float64Array.of(0, 1, 2, 3, 4, 5));
    for (const name of ['i1', 'i2', 'i4', 'i8']) {
      expect(Array.from(npz.numbers(name).data)).toEqual([-3, -2, -1, 0, 1, 2]);
    }
    for (const name of ['u1', 'u2', 'u4', 'u8', 'big', 'f4']) {
      expect(Array.from(npz.numbers(name).data)).toEqual([0, 1, 2, 3, 4, 5]);
    }
    expect(npz.numbers('b1').data).toEqual(Uint8Array.of(1, 0));
    expect(npz.numbers('scalar')).toMatchObject({ shape: [], data: Float64Array.of(3.5) });
    expect(npz.numbers('empty')).toMatchObject({ shape: [0, 3] });
    expect(npz.read('text')).toEqual({ kind: 'text', shape: [2], data: ['a', 'caf\u00e9'] });
    const { shape, data } = npz.numbers('fortran');
    expect(shape).toEqual([2, 3, 4]);
    expect(Array.from(data)).toEqual(Array.from({ length: 24 }, (_, i) => i));
  });

  it('inflates, and checks what it inflated', () => {
    const ramp = openNpz(fixture('arrays_deflated.npz')).numbers('ramp');
    expect(ramp.shape).toEqual([64, 64]);
    expect(ramp.data).toEqual(Float32Array.from({ length: 4096 }, (_, i) => i));
    const bytes = fixtureBytes('arrays_deflated.npz');
    bytes[1000] ^= 0xff;
    expect(() => openNpz(bytesSource('bad.npz', bytes)).read('ramp')).toThrow(
      expect.objectContaining({ code: 'corrupt' }),
    );
  });

  it('names what is missing', () => {
    expect(() => openNpz(fixture('arrays.npz')).read('z')).toThrow(
      expect.objectContaining({ code: 'missing-tensor' }),
    );
  });
});
