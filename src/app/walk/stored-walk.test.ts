import { describe, expect, it } from 'vitest';
import { readWalk, type StoredWalk, writeWalk } from './stored-walk.ts';

function memory(text: string | null = null) {
  const kept = { text };
  const storage = () => ({
    getItem: () => kept.text,
    setItem: (_: string, value: string) => void Object.assign(kept, { text: value }),
  });
  return { kept, storage };
}

const walk: StoredWalk = {
  keyframes: [
    { seed: 5, blend: [] },
    {
      seed: 7,
      blend: [
        { seed: 7, weight: 0.5 },
        { seed: 9, weight: 0.5 },
      ],
    },
  ],
  curve: 'cubic',
  loop: false,
  seconds: 3,
};

describe('the walk that the browser keeps', () => {
  it('comes back as it was', () => {
    const { storage } = memory();
    writeWalk(walk, storage);
    expect(readWalk(storage)).toEqual(walk);
  });

  it.each([null, 'not json', '{}', '{"keyframes":[{"seed":-1,"blend":[]}]}', '[]'])(
    'is empty where there is %s',
    (text) => {
      expect(readWalk(memory(text).storage).keyframes).toEqual([]);
    },
  );

  it('is empty, and lost quietly, where storage is forbidden', () => {
    const forbidden = () => {
      throw new Error('forbidden');
    };
    expect(readWalk(forbidden).keyframes).toEqual([]);
    expect(() => writeWalk(walk, forbidden)).not.toThrow();
  });
});
