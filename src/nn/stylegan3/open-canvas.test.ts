import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import { fixture } from '../../checkpoints/fixtures/open-fixture.ts';
import { openStyleGan3Snapshot } from '../../checkpoints/stylegan-snapshot.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { latentFromSeed } from '../../random/random-state.ts';
import { releaseBackend, useBackend } from '../backend/use-backend.ts';
import { type DrawRequest, drawMasks } from '../stylegan/draw-masks.ts';
import type { CanvasSize } from '../stylegan/mask-network.ts';
import * as tf from '../tf.ts';
import { loadStyleGan3, type StyleGan3 } from './load-stylegan3.ts';
import { planCanvas, planDrawing } from './plan-canvas.ts';

const SNAPSHOTS = ['02_sg3_t64.pkl', '02_sg3_r32.pkl'];
const opened = SNAPSHOTS.map((name) => [name, openStyleGan3Snapshot(fixture(name))] as const);
const IN_PLACE = { translateX: 0, translateY: 0, rotateDegrees: 0 };
const MOVED = { translateX: 0.1, translateY: -0.2, rotateDegrees: 20 };

function request({ config }: StyleGan3, changes: Partial<DrawRequest> = {}): DrawRequest {
  return {
    z: latentFromSeed(7, config.zDim),
    classIndex: config.cDim > 0 ? 1 : null,
    psi: 1,
    cutoff: null,
    transform: MOVED,
    noise: { mode: 'const' },
    ...changes,
  };
}

async function draw(model: StyleGan3, changes: Partial<DrawRequest> = {}): Promise<FloatImage> {
  const [image] = await drawMasks(model, [request(model, changes)]);
  return image;
}

const planFor = (config: StyleGan3Config, canvas: CanvasSize, budget: number) =>
  planCanvas(config, canvas, { budget, onGpu: false });

/** The largest difference of pixels that `inside` takes, of `small` at an offset in `large`. */
function largestDifference(
  small: FloatImage,
  large: FloatImage,
  offset: [number, number] = [0, 0],
  inside: (x: number, y: number) => boolean = () => true,
): number {
  const { width, height, channels } = small;
  let worst = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!inside(x, y)) continue;
      const at = ((y + offset[1]) * large.width + x + offset[0]) * channels;
      for (let c = 0; c < channels; c++) {
        const value = small.data[(y * width + x) * channels + c];
        worst = Math.max(worst, Math.abs(value - large.data[at + c]));
      }
    }
  }
  return worst;
}

describe.each(opened)('a canvas of %s on wasm', (_, { config, weights }) => {
  const side = config.imgResolution;
  /** A budget that one piece exceeds by a little. */
  const mostOf = (canvas: CanvasSize) => 0.8 * planFor(config, canvas, Infinity).bytes;
  let model: StyleGan3;
  beforeAll(async () => {
    await useBackend('wasm');
    model = loadStyleGan3(config, weights);
  });
  afterAll(() => {
    model.dispose();
    releaseBackend();
  });

  it('is the original at the training size, in one piece and in tiles', async () => {
    const original = await draw(model);
    const canvas = { width: side, height: side };
    expect(planDrawing(config, { canvas, memory: 0, onGpu: false })?.tiles.length).toBeGreaterThan(
      3,
    );
    expect((await draw(model, { canvas })).data).toEqual(original.data);
    expect((await draw(model, { canvas, memory: 0 })).data).toEqual(original.data);
  });

  it.each<[string, CanvasSize]>([
    ['wide', { width: 2.5 * side, height: side }],
    ['high and odd', { width: side - 9, height: 2 * side + 13 }],
    ['one pixel larger', { width: side + 1, height: side + 1 }],
    ['smaller', { width: 17, height: 5 }],
  ])('has no seams when it is %s', async (_, canvas) => {
    const whole = await draw(model, { canvas });
    expect([whole.width, whole.height]).toEqual([canvas.width, canvas.height]);
    const bytes = [0, 0.6 * mostOf(canvas), mostOf(canvas)];
    const plans = bytes.map((memory) => planFor(config, canvas, memory));
    for (const [i, memory] of bytes.entries()) {
      const tiled = await draw(model, { canvas, memory });
      expect(largestDifference(tiled, whole), `${plans[i].tiles.length} tiles`).toBe(0);
    }
  });

  it('has no seams when its first layers are drawn once for all', async () => {
    const canvas = { width: 2 * side, height: side };
    const memory = mostOf(canvas);
    const plan = planFor(config, canvas, memory);
    expect(plan.base.length).toBeGreaterThan(0);
    expect(plan.tiles.length).toBeGreaterThan(1);
    expect(plan.bytes).toBeLessThanOrEqual(memory);
    const tiled = await draw(model, { canvas, memory });
    expect(tiled.data).toEqual((await draw(model, { canvas })).data);
  });

  it('takes the memory of a tile, however large it is', async () => {
    const memory = planFor(config, { width: 2 * side, height: side }, Infinity).bytes;
    const held = tf.memory().numBytes;
    for (const times of [2, 4]) {
      const canvas = { width: times * side, height: 2 * side };
      expect(planFor(config, canvas, memory).tiles.length).toBeGreaterThan(1);
      const profile = await tf.profile(async () => {
        await draw(model, { canvas, memory });
        return [];
      });
      // The profile counts a reshaped map twice.
      expect(profile.peakBytes - held).toBeLessThan(1.5 * memory);
    }
  });

  it('is the middle of the original when it is smaller', async () => {
    const original = await draw(model);
    const small = await draw(model, { canvas: { width: 20, height: 11 } });
    const offset: [number, number] = [(side - 20) / 2, Math.floor((side - 11) / 2)];
    expect(largestDifference(small, original, offset)).toBe(0);
  });

  it('has the original in its middle, but for what the border did to that', async () => {
    const original = await draw(model);
    const large = await draw(model, { canvas: { width: 2 * side, height: 3 * side } });
    const difference = (border: number) =>
      largestDifference(original, large, [side / 2, side], (x, y) => {
        return Math.min(x, y, side - 1 - x, side - 1 - y) >= border;
      });
    // The zeros around the original's margins; these random weights carry them further than a trained model's do.
    expect(difference(0)).toBeLessThan(2e-2);
    expect(difference(side / 4)).toBeLessThan(5e-4);
    expect(difference((3 * side) / 8)).toBeLessThan(2e-5);
  });

  it('moves by widths of the training size', async () => {
    const canvas = { width: 2 * side, height: 2 * side };
    const still = await draw(model, { canvas, transform: IN_PLACE });
    const moved = await draw(model, { canvas, transform: { ...IN_PLACE, translateX: 0.5 } });
    const inside = (x: number, y: number) =>
      x > side / 2 && x < side && y > side / 2 && y < (3 * side) / 2;
    expect(largestDifference(still, moved, [side / 2, 0], inside)).toBeLessThan(2e-3);
    expect(largestDifference(still, moved, [0, 0], inside)).toBeGreaterThan(0.1);
  });

  it('gives back every tensor, also when it is left half drawn', () => {
    const ws = tf.tidy(() => model.mapping(tf.ones([1, config.zDim]), null));
    const before = tf.memory().numTensors;
    const canvas = { width: 2 * side, height: side };
    for (const memory of [0, mostOf(canvas)]) {
      const settings = { transform: MOVED, noise: { mode: 'const' }, canvas, memory } as const;
      const drawing = model.openCanvas(ws, settings);
      const held = tf.memory().numTensors;
      drawing.draw(1).dispose();
      const warm = tf.memory().numTensors;
      drawing.draw(1).dispose();
      expect(tf.memory().numTensors).toBe(warm);
      expect(warm).toBeGreaterThan(held);
      drawing.dispose();
      expect(tf.memory().numTensors).toBe(before);
    }
    ws.dispose();
  });

  it('stops between two tiles', async () => {
    const before = tf.memory().numTensors;
    const controller = new AbortController();
    const canvas = { width: 2 * side, height: side };
    const drawing = drawMasks(model, [request(model, { canvas, memory: 0 })], controller.signal);
    setTimeout(() => controller.abort());
    await expect(drawing).rejects.toMatchObject({ name: 'AbortError' });
    expect(tf.memory().numTensors).toBe(before);
  });
});

it('has no seams on cpu', async () => {
  await useBackend('cpu');
  const { config, weights } = openStyleGan3Snapshot(fixture('02_sg3_t32_cond.pkl'));
  const model = loadStyleGan3(config, weights);
  const canvas = { width: 37, height: 32 };
  const whole = await draw(model, { canvas });
  const tiled = await draw(model, { canvas, memory: 0 });
  expect(largestDifference(tiled, whole)).toBe(0);
  model.dispose();
  releaseBackend();
});
