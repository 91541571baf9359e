import { afterAll, beforeAll, expect, it } from 'vitest';
import { groupFiles, openModelFiles } from '../../checkpoints/group-files.ts';
import { batchNormOf } from '../../checkpoints/segmenters/mesmer/batch-norm-layers.ts';
import { hashedWeights } from '../../checkpoints/segmenters/mesmer/fixtures/hashed-weights.ts';
import { NARROW_MESMER } from '../../checkpoints/segmenters/mesmer/fixtures/narrow-configs.ts';
import { graphName, tfjsFiles } from '../../checkpoints/tfjs/fixtures/tfjs-files.ts';
import { releaseBackend, useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { foldBatchNorms } from './fold-batch-norms.ts';
import { loadPanopticNet } from './load-panoptic-net.ts';

beforeAll(async () => {
  await useBackend('wasm');
});
afterAll(releaseBackend);

/** As `tensorflowjs_converter` names the convolutions that took a batch norm in. */
function foldedName(name: string): string {
  const [layer, weight] = name.split('/');
  return graphName(batchNormOf(layer) ? `${layer}/folded_${weight}` : name);
}

it('computes the same with batch norms that the converter folded away', () => {
  const weights = hashedWeights(NARROW_MESMER);
  const files = tfjsFiles(foldBatchNorms(weights), { format: 'graph-model', rename: foldedName });
  const [model] = groupFiles(files).models;
  if (model.kind !== 'tfjs') throw new Error('not recognised');
  const opened = openModelFiles(model);
  expect(opened.config).toEqual(NARROW_MESMER);
  const converted = loadPanopticNet(NARROW_MESMER, opened.weights);
  const original = loadPanopticNet(NARROW_MESMER, weights);
  tf.tidy(() => {
    const image = tf.randomUniform([1, 64, 64, 2], 0, 1, 'float32', 5) as tf.Tensor4D;
    const expected = original.run(image);
    converted.run(image).forEach((head, i) => {
      expect(tf.max(tf.abs(tf.sub(head, expected[i]))).dataSync()[0]).toBeLessThan(1e-6);
    });
  });
  converted.dispose();
  original.dispose();
});
