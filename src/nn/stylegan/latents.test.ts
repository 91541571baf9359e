import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../../checkpoints/byte-source.ts';
import {
  openStyleGan2Snapshot,
  openStyleGan3Snapshot,
} from '../../checkpoints/stylegan-snapshot.ts';
import { latentFromSeed } from '../../random/random-state.ts';
import { releaseBackend, useBackend } from '../backend/use-backend.ts';
import { loadStyleGan2 } from '../stylegan2/load-stylegan2.ts';
import { loadStyleGan3 } from '../stylegan3/load-stylegan3.ts';
import * as tf from '../tf.ts';
import { drawFromLatents, drawMasks } from './draw-masks.ts';
import { drawLatents, type LatentRequest } from './latents.ts';
import type { MaskNetwork } from './mask-network.ts';

const fixture = (name: string) =>
  bytesSource(name, readFileSync(new URL(`../../checkpoints/fixtures/${name}`, import.meta.url)));

const SETTINGS = {
  transform: { translateX: 0, translateY: 0, rotateDegrees: 0 },
  noise: { mode: 'const' },
} as const;

const LOADERS: Record<string, () => MaskNetwork> = {
  StyleGAN3: () => {
    const { config, weights } = openStyleGan3Snapshot(fixture('02_sg3_t32_cond.pkl'));
    return loadStyleGan3(config, weights);
  },
  StyleGAN2: () => {
    const { config, weights } = openStyleGan2Snapshot(fixture('02_sg2_g32_cond.pkl'));
    return loadStyleGan2(config, weights);
  },
};

beforeAll(async () => {
  await useBackend('wasm');
});
afterAll(releaseBackend);

describe.each(Object.keys(LOADERS))('the w of %s', (name) => {
  let model: MaskNetwork;
  let numWs: number;
  let wDim: number;
  let request: (seed: number, changes?: Partial<LatentRequest>) => LatentRequest;
  const z = (seed: number) => latentFromSeed(seed, model.config.zDim);
  const row = (ws: Float32Array, at: number) => [...ws.subarray(at * wDim, (at + 1) * wDim)];

  beforeAll(() => {
    model = LOADERS[name]();
    ({ numWs, wDim } = model.config);
    request = (seed, changes = {}) => ({
      z: z(seed),
      classIndex: 1,
      psi: 0.7,
      cutoff: null,
      ...changes,
    });
  });
  afterAll(() => model.dispose());

  it('of a blend of one seed with weight 1 are the seed’s own, to the bit', async () => {
    const alone = await drawLatents(model, request(5));
    expect(alone).toHaveLength(numWs * wDim);
    expect(await drawLatents(model, request(0, { blend: [{ z: z(5), weight: 1 }] }))).toEqual(
      alone,
    );
    expect(await drawLatents(model, request(0))).not.toEqual(alone);
  });

  it('of a blend are the weighted sum, truncated afterwards', async () => {
    const parts = [
      { z: z(1), weight: 0.25 },
      { z: z(2), weight: 0.5 },
      { z: z(3), weight: 0.25 },
    ];
    const changes = { blend: parts, cutoff: 2 };
    const blended = await drawLatents(model, request(0, changes));
    const singles = await Promise.all(
      [1, 2, 3].map((seed) => drawLatents(model, request(seed, { cutoff: 2 }))),
    );
    // Truncation is linear and the weights add up to 1, so its place in the order cannot be seen.
    const expected = blended.map((_, at) =>
      singles.reduce((sum, ws, i) => sum + parts[i].weight * ws[at], 0),
    );
    const differences = blended.map((value, at) => Math.abs(value - expected[at]));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
    expect(await drawLatents(model, request(0, changes))).toEqual(blended);
  });

  it('of a mix come from the other seed in its layers only, to the bit', async () => {
    const layers = [0, 2];
    const mixed = await drawLatents(model, request(1, { mix: { z: z(9), layers } }));
    const own = await drawLatents(model, request(1));
    const other = await drawLatents(model, request(9));
    for (let at = 0; at < numWs; at++) {
      expect(row(mixed, at)).toEqual(row(layers.includes(at) ? other : own, at));
    }
  });

  it('draw the same mask when they are given back', async () => {
    const asked = { ...request(4, { mix: { z: z(9), layers: [1] } }), ...SETTINGS };
    const [drawn] = await drawMasks(model, [asked]);
    const ws = await drawLatents(model, asked);
    expect(await drawFromLatents(model, ws, SETTINGS)).toEqual(drawn);
    await expect(drawFromLatents(model, ws.subarray(1), SETTINGS)).rejects.toMatchObject({
      code: 'bad-recipe',
    });
  });

  it('leave no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const blend = [1, 2, 3].map((seed) => ({ z: z(seed), weight: 1 / 3 }));
    const mix = { z: z(9), layers: [1] };
    const asked = { ...request(4, { blend, mix, psi: 1 }), ...SETTINGS };
    const ws = await drawLatents(model, asked);
    await drawMasks(model, [asked]);
    await drawFromLatents(model, ws, SETTINGS);
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([
    ['half a z in a blend', { blend: [{ z: new Float64Array(3), weight: 1 }] }],
    ['half a z in a mix', { mix: { z: new Float64Array(3), layers: [0] } }],
    ['a class it does not have', { classIndex: 3 }],
  ])('are refused for %s', async (_, changes) => {
    await expect(drawLatents(model, request(1, changes))).rejects.toMatchObject({
      code: 'bad-recipe',
    });
  });

  it('are refused for a mixed w that is not there', async () => {
    const mix = { z: z(2), layers: [numWs] };
    await expect(drawLatents(model, request(1, { mix }))).rejects.toMatchObject({
      code: 'bad-recipe',
      details: { expected: `0 to ${numWs - 1}` },
    });
  });
});
