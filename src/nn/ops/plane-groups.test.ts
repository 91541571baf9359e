import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { inTurn } from './in-turn.ts';
import { inGroups } from './plane-groups.ts';
import { planesPerGroup } from './planes-per-group.ts';

const planes = () => tf.reshape(tf.range(0, 7 * 6), [7, 2, 3]) as tf.Tensor3D;
const widen = (x: tf.Tensor3D) => tf.tile(x, [1, 2, 2]);

describe('planes in groups', () => {
  beforeAll(() => useBackend('wasm'));

  it.each([1, 3, 7, 9])('of %i give what all of them together give', (group) => {
    const sizes: number[] = [];
    const [grouped, whole] = tf.tidy(() => {
      const x = planes();
      const result = inGroups(x, group, (some) => {
        sizes.push(some.shape[0]);
        return widen(some);
      });
      return [result.dataSync(), widen(x).dataSync()];
    });
    expect(grouped).toEqual(whole);
    expect(Math.max(...sizes)).toBe(Math.min(group, 7));
    expect(sizes.reduce((sum, size) => sum + size)).toBe(7);
    expect(tf.memory().numTensors).toBe(0);
  });

  it('are as many as fit, and one at least', () => {
    expect(planesPerGroup(1000, 12_000)).toBe(3);
    expect(planesPerGroup(1000, 100)).toBe(1);
  });
});

describe('steps in turn', () => {
  beforeAll(() => useBackend('wasm'));

  it('hold two maps at a time, leave the first alone, and may give back what they are given', () => {
    const x = tf.tidy(planes);
    const held: number[] = [];
    const count = (y: tf.Tensor3D) => {
      held.push(tf.memory().numTensors);
      return y;
    };
    const step = (y: tf.Tensor3D) => tf.add(y, 1) as tf.Tensor3D;
    const result = tf.tidy(() => inTurn(x, [count, step, count, step, count, step, count]));
    expect(Array.from(result.dataSync().slice(0, 3))).toEqual([3, 4, 5]);
    expect(Math.max(...held)).toBe(2);
    tf.dispose([x, result]);
    expect(tf.memory().numTensors).toBe(0);
  });
});
