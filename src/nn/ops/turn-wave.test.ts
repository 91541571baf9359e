import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseBackend, useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { cosineOfTurns } from './turn-wave.ts';

describe.each(['wasm', 'cpu'] as const)('cosineOfTurns on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
  });
  afterAll(releaseBackend);

  it('is the cosine, to single precision, and leaves nothing else', () => {
    const turns = Float32Array.from({ length: 40001 }, (_, i) => (i - 20000) / 2000);
    const x = tf.tensor1d(turns);
    const tensors = tf.memory().numTensors;
    const wave = cosineOfTurns(x);
    expect(tf.memory().numTensors).toBe(tensors + 1);
    const errors = Array.from(wave.dataSync(), (value, i) =>
      Math.abs(value - Math.cos(2 * Math.PI * turns[i])),
    );
    expect(errors.reduce((most, error) => Math.max(most, error), 0)).toBeLessThan(3e-7);
    tf.dispose([x, wave]);
  });
});
