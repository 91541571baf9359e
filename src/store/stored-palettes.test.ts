import { describe, expect, it } from 'vitest';
import { paletteHash, readPalettes, withPalette, writePalettes } from './stored-palettes.ts';

const palette = (name: string, value = 1) => ({ name, centres: { 0: [[0]], 1: [[value]] } });

function memory(text: string | null = null) {
  const storage = {
    text,
    getItem: () => storage.text,
    setItem(_: string, next: string) {
      storage.text = next;
    },
  };
  return storage;
}

describe('kept palettes', () => {
  it('come back, and rubbish does not', () => {
    const storage = memory();
    writePalettes([palette('a'), palette('b')], () => storage);
    expect(readPalettes(() => storage)).toEqual([palette('a'), palette('b')]);
    for (const text of [null, '{', '[null]', '[{"name":1,"centres":{}}]', '{"a":1}']) {
      expect(readPalettes(() => memory(text))).toEqual([]);
    }
  });

  it('are simply not kept where storage is forbidden', () => {
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError');
    };
    expect(readPalettes(forbidden)).toEqual([]);
    expect(() => writePalettes([], forbidden)).not.toThrow();
  });

  it('replace one of the same name, and the oldest when there are many', () => {
    const many = Array.from({ length: 9 }, (_, i) => palette(`${i}`)).reduce(withPalette, [
      palette('old'),
    ]);
    expect(many.map(({ name }) => name)).toEqual(['3', '4', '5', '6', '7', '8']);
    const again = withPalette(many, palette('5', 2));
    expect(again.at(-1)).toEqual(palette('5', 2));
    expect(again).toHaveLength(6);
  });

  it('have a hash of their content', () => {
    expect(paletteHash(palette('a'))).toMatch(/^[0-9a-f]{8}$/);
    expect(paletteHash(palette('a'))).not.toBe(paletteHash(palette('a', 2)));
  });
});
