import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { prepareGradients } from '../../nn/backend/gradients/prepare-gradients.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import { encodeBoxes, PROPOSAL_WEIGHTS } from '../../nn/maskrcnn/box-coder.ts';
import { pickBoxes } from '../../nn/maskrcnn/boxes.ts';
import * as tf from '../../nn/tf.ts';
import { RandomState } from '../../random/random-state.ts';
import { boxLosses, maskLoss, proposalLosses } from './head-losses.ts';
import { maskTargets } from './mask-targets.ts';
import { BACKGROUND, BETWEEN, matchBoxes } from './match-boxes.ts';
import { ANCHOR_MATCH, proposalTargets } from './proposal-targets.ts';
import { REGION_MATCH, regionTargets } from './region-targets.ts';

/** What torchvision's matcher and losses give of the same boxes and answers. */
const GOLDEN: {
  matcher: { objects: number[]; boxes: number[]; proposals: number[]; regions: number[] };
  rpn: { objectness: number; box: number; gradObjectness: number; gradDeltas: number };
  box: { classifier: number; box: number; gradLogits: number; gradDeltas: number };
  mask: { loss: number; grad: number; targetSum: number; targetRow: number[] };
} = JSON.parse(
  readFileSync(new URL('./fixtures/torchvision-losses.json', import.meta.url), 'utf8'),
);

const OBJECTS = Float32Array.from(GOLDEN.matcher.objects);
const BOXES = Float32Array.from(GOLDEN.matcher.boxes);
const COUNT = BOXES.length / 4;
/** More than there are, so that nothing is left to chance. */
const ALL = { count: 2 * COUNT, positiveShare: 0.5 };

const waves = (length: number, wave: (i: number) => number) =>
  Float32Array.from({ length }, (_, i) => wave(i));

/** A label image with an ellipse in every box of `OBJECTS`, later ones on top. */
function ellipses(): { width: number; height: number; data: Uint16Array } {
  const [width, height] = [64, 60];
  const data = new Uint16Array(width * height);
  for (let i = 0; i < OBJECTS.length / 4; i++) {
    const [x1, y1, x2, y2] = OBJECTS.subarray(i * 4, i * 4 + 4);
    for (let pixel = 0; pixel < data.length; pixel++) {
      const x = ((pixel % width) + 0.5 - (x1 + x2) / 2) / ((x2 - x1) / 2);
      const y = (Math.trunc(pixel / width) + 0.5 - (y1 + y2) / 2) / ((y2 - y1) / 2);
      if (x * x + y * y <= 1) data[pixel] = i + 1;
    }
  }
  return { width, height, data };
}

const sizeOf = (tensor: tf.Tensor) => tf.sum(tf.abs(tensor)).dataSync()[0];

describe('matching boxes with objects', () => {
  it('matches anchors as torchvision, the best of every object whatever its overlap', () => {
    expect([...matchBoxes(OBJECTS, BOXES, ANCHOR_MATCH)]).toEqual(GOLDEN.matcher.proposals);
    expect(GOLDEN.matcher.proposals).toContain(BETWEEN);
  });

  it('matches regions as torchvision', () => {
    expect([...matchBoxes(OBJECTS, BOXES, REGION_MATCH)]).toEqual(GOLDEN.matcher.regions);
  });

  it('sees background alone where there is no object', () => {
    const matches = matchBoxes(new Float32Array(), BOXES, ANCHOR_MATCH);
    expect(matches.every((match) => match === BACKGROUND)).toBe(true);
  });

  it('learns from so many boxes, and at most a share of those that show objects', () => {
    const size = { count: 10, positiveShare: 0.2 };
    const targets = proposalTargets(OBJECTS, BOXES, size, new RandomState(1));
    expect(targets.sampled.reduce((a, b) => a + b)).toBe(10);
    expect(targets.objectness.reduce((a, b) => a + b)).toBe(2);
  });
});

describe.each(['cpu', 'wasm'] as const)('losses of Mask R-CNN on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
    await prepareGradients();
  });
  afterEach(() => expect(tf.memory().numTensors).toBe(0));

  it('are torchvision’s for proposals', () => {
    tf.tidy(() => {
      const objectness = tf.tensor3d(
        waves(COUNT, (i) => Math.sin(i * 1.1)),
        [1, COUNT, 1],
      );
      const deltas = tf.tensor3d(
        waves(4 * COUNT, (i) => 0.5 * Math.sin(i * 0.7)),
        [1, COUNT, 4],
      );
      const targets = [proposalTargets(OBJECTS, BOXES, ALL, new RandomState(1))];
      const parts = proposalLosses(objectness, deltas, targets);
      expect(parts.loss_objectness.dataSync()[0]).toBeCloseTo(GOLDEN.rpn.objectness, 5);
      expect(parts.loss_rpn_box_reg.dataSync()[0]).toBeCloseTo(GOLDEN.rpn.box, 5);
      const [byObjectness, byDeltas] = tf.grads((a, b) => {
        const own = proposalLosses(a as tf.Tensor3D, b as tf.Tensor3D, targets);
        return tf.add(own.loss_objectness, own.loss_rpn_box_reg);
      })([objectness, deltas]);
      expect(sizeOf(byObjectness)).toBeCloseTo(GOLDEN.rpn.gradObjectness, 5);
      expect(sizeOf(byDeltas)).toBeCloseTo(GOLDEN.rpn.gradDeltas, 5);
    });
  });

  it('are torchvision’s for boxes', () => {
    tf.tidy(() => {
      const targets = [regionTargets(new Float32Array(), BOXES, ALL, new RandomState(1))];
      const matches = GOLDEN.matcher.regions;
      const shown = [...matches.keys()].filter((i) => matches[i] >= 0);
      const others = [...matches.keys()].filter((i) => matches[i] < 0);
      const own = regionTargets(OBJECTS, BOXES, ALL, new RandomState(1));
      const boxes = pickBoxes(BOXES, [...shown, ...others]);
      targets[0] = { ...own, boxes, positives: shown.length };
      const count = COUNT;
      const logits = tf.tensor2d(
        waves(count * 2, (i) => Math.cos(i * 0.9)),
        [count, 2],
      );
      const deltas = tf.tensor2d(
        waves(count * 8, (i) => 0.4 * Math.cos(i * 0.3)),
        [count, 8],
      );
      const parts = boxLosses(logits, deltas, targets);
      expect(parts.loss_classifier.dataSync()[0]).toBeCloseTo(GOLDEN.box.classifier, 5);
      expect(parts.loss_box_reg.dataSync()[0]).toBeCloseTo(GOLDEN.box.box, 5);
      const [byLogits, byDeltas] = tf.grads((a, b) => {
        const losses = boxLosses(a as tf.Tensor2D, b as tf.Tensor2D, targets);
        return tf.add(losses.loss_classifier, losses.loss_box_reg);
      })([logits, deltas]);
      expect(sizeOf(byLogits)).toBeCloseTo(GOLDEN.box.gradLogits, 5);
      expect(sizeOf(byDeltas)).toBeCloseTo(GOLDEN.box.gradDeltas, 5);
    });
  });

  it('are torchvision’s for masks', () => {
    tf.tidy(() => {
      const matches = GOLDEN.matcher.regions;
      const shown = [...matches.keys()].filter((i) => matches[i] >= 0);
      const ids = shown.map((i) => matches[i] + 1);
      const targets = maskTargets(ellipses(), ids, pickBoxes(BOXES, shown), 1);
      expect(targets.reduce((a, b) => a + b)).toBeCloseTo(GOLDEN.mask.targetSum, 2);
      for (const [i, value] of GOLDEN.mask.targetRow.entries()) {
        expect(targets[5 * 28 + i]).toBeCloseTo(value, 5);
      }
      const shape: [number, number, number, number] = [shown.length, 28, 28, 2];
      const logits = tf.tensor4d(
        waves(shown.length * 28 * 28 * 2, (i) => 2 * Math.sin(i * 0.01)),
        shape,
      );
      expect(maskLoss(logits, targets).dataSync()[0]).toBeCloseTo(GOLDEN.mask.loss, 5);
      const gradient = tf.grad((x) => maskLoss(x as tf.Tensor4D, targets))(logits);
      expect(sizeOf(gradient)).toBeCloseTo(GOLDEN.mask.grad, 5);
    });
  });
});

it('asks of a region what makes its object of it', () => {
  const { boxes, positives, objects, deltas } = regionTargets(
    OBJECTS,
    BOXES,
    ALL,
    new RandomState(1),
  );
  const regions = boxes.subarray(0, positives * 4);
  const wanted = encodeBoxes(pickBoxes(OBJECTS, objects), regions, [10, 10, 5, 5]);
  expect([...deltas]).toEqual([...wanted]);
  // The objects themselves are among the regions.
  expect(positives).toBeGreaterThanOrEqual(OBJECTS.length / 4);
  expect(PROPOSAL_WEIGHTS).toEqual([1, 1, 1, 1]);
});
