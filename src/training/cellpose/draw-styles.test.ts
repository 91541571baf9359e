import { beforeAll, expect, it } from 'vitest';
import { cellposeTensorShapes } from '../../checkpoints/segmenters/cellpose-tensors.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import { loadCpnet } from '../../nn/cellpose/load-cpnet.ts';
import * as tf from '../../nn/tf.ts';
import { brightDiscs } from '../fixtures/bright-discs.ts';
import { initialWeights } from '../torch/initial-weights.ts';
import { drawStyles } from './draw-styles.ts';
import { prepareForCellpose } from './prepare-image.ts';

const CONFIG = { channels: [2, 4, 8], diameter: 6 };

beforeAll(() => useBackend('wasm'));

it('sees every image at sizes in turn, and frees all', async () => {
  const images = brightDiscs(3, 32).map((image) => prepareForCellpose(image, 6, 2));
  const network = loadCpnet(CONFIG, initialWeights(cellposeTensorShapes(CONFIG), 2));
  const samples = await drawStyles(network, images, 16, 1);
  network.dispose();
  expect(new Set(samples.map(({ enlargement }) => enlargement)).size).toBe(9);
  for (const { style } of samples) {
    expect(Math.hypot(...Array.from(style))).toBeCloseTo(1, 5);
  }
  expect(tf.memory().numTensors).toBe(0);
});
