import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TensorSource } from '../tensor-source.ts';
import { MASKRCNN } from './maskrcnn.ts';
import { olderName } from './maskrcnn-names.ts';

/** Names and shapes of torchvision's `maskrcnn_resnet50_fpn`, one a line. */
const KEYS = readFileSync(new URL('./fixtures/maskrcnn_keys.txt', import.meta.url), 'utf8');

const OFFICIAL = new Map(
  KEYS.trim()
    .split('\n')
    .map((line): [string, number[]] => {
      const [name, shape] = line.split(/ (?=\[)/);
      return [name, JSON.parse(shape)];
    }),
);

type Shapes = Map<string, readonly number[]>;

/** The names that the COCO file has: older ones, and frozen batch norms. */
function coco(): Shapes {
  const weights = [...OFFICIAL].filter(([name]) => !name.endsWith('num_batches_tracked'));
  return new Map(weights.map(([name, shape]) => [olderName(name), shape]));
}

/** Weights that are their own names. */
function sourceOf(shapes: Shapes): TensorSource & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    names: () => [...shapes.keys()],
    has: (name) => shapes.has(name),
    read(name) {
      asked.push(name);
      return { shape: [...(shapes.get(name) ?? [])], data: new Float32Array() };
    },
  };
}

function opened(shapes: Shapes) {
  return MASKRCNN.open(sourceOf(shapes), shapes);
}

describe('state dicts of Mask R-CNN', () => {
  it('finds the configuration of the official network by its shapes', () => {
    expect(MASKRCNN.recognises(OFFICIAL)).toBe(true);
    expect(opened(OFFICIAL).config).toEqual({
      block: 'bottleneck',
      blocks: [3, 4, 6, 3],
      width: 64,
      classes: 91,
      pyramidChannels: 256,
      boxChannels: 1024,
      maskChannels: 256,
      maskConvolutions: 4,
      anchorSizes: [32, 64, 128, 256, 512],
      aspectRatios: [0.5, 1, 2],
      batchNormEpsilon: 1e-5,
      minSize: 800,
      maxSize: 1333,
      imageScale: null,
    });
  });

  it('expects exactly the official tensors, in their order', () => {
    const weights = [...OFFICIAL].filter(([name]) => !name.endsWith('num_batches_tracked'));
    expect([...MASKRCNN.tensorShapes(opened(OFFICIAL).config)]).toEqual(weights);
  });

  it('opens the COCO file’s older names under the newer ones, with its epsilon of 0', () => {
    const shapes = coco();
    expect([...shapes.keys()]).toContain('roi_heads.mask_head.mask_fcn1.weight');
    expect([...shapes.keys()]).toContain('rpn.head.conv.bias');
    expect([...shapes.keys()]).toContain('backbone.fpn.inner_blocks.3.weight');
    const source = sourceOf(shapes);
    const { config, weights } = MASKRCNN.open(source, shapes);
    expect(config.batchNormEpsilon).toBe(0);
    expect(weights.read('roi_heads.mask_head.0.0.weight').shape).toEqual([256, 256, 3, 3]);
    expect(source.asked).toEqual(['roi_heads.mask_head.mask_fcn1.weight']);
    for (const name of weights.names()) expect(weights.has(name)).toBe(true);
  });

  it('takes any number of classes', () => {
    const shapes: Shapes = new Map(OFFICIAL);
    for (const [name, shape] of [
      ['box_predictor.cls_score.weight', [2, 1024]],
      ['box_predictor.cls_score.bias', [2]],
      ['box_predictor.bbox_pred.weight', [8, 1024]],
      ['box_predictor.bbox_pred.bias', [8]],
      ['mask_predictor.mask_fcn_logits.weight', [2, 256, 1, 1]],
      ['mask_predictor.mask_fcn_logits.bias', [2]],
    ] as const) {
      shapes.set(`roi_heads.${name}`, shape);
    }
    expect(opened(shapes).config.classes).toBe(2);
  });

  it.each([
    ['a tensor that is missing', 'backbone.body.layer2.1.bn2.running_var', null, 'missing-tensor'],
    ['a layer that is missing', 'backbone.body.conv1.weight', null, 'missing-tensor'],
    ['another shape', 'roi_heads.box_head.fc7.weight', [1024, 512], 'wrong-architecture'],
    ['other anchors', 'rpn.head.cls_logits.weight', [9, 256, 1, 1], 'wrong-architecture'],
    ['a pyramid with norms', 'backbone.fpn.inner_blocks.0.1.weight', [256], 'wrong-architecture'],
  ])('refuses %s, and names it', (_, name, shape, code) => {
    const shapes: Shapes = new Map(OFFICIAL);
    if (shape) shapes.set(name, shape);
    else shapes.delete(name);
    expect(() => opened(shapes)).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ where: name }) }),
    );
  });
});
