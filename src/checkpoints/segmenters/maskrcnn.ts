import * as v from 'valibot';
import { CytoForgeError } from '../../errors.ts';
import type { TensorSource } from '../tensor-source.ts';
import { configOfShapes } from './maskrcnn-config.ts';
import { olderName } from './maskrcnn-names.ts';
import { maskRcnnShapes } from './maskrcnn-shapes.ts';
import type { SegmenterFormat, StateDictShapes } from './segmenter-format.ts';

const NOT_A_WEIGHT = /\.num_batches_tracked$/;

/** A count that a network can have; a damaged file must not ask for a thousand million layers. */
const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const size = v.pipe(v.number(), v.finite(), v.gtValue(0));

function wrongTensor(name: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('wrong-architecture', 'This is another kind of Mask R-CNN.', {
    where: name,
    found,
    expected,
    hint: 'Choose one with a plain ResNet and feature pyramid, e.g. maskrcnn_resnet50_fpn.',
  });
}

/** @throws CytoForgeError `missing-tensor`, `wrong-architecture`: the first that differs. */
function checkShapes(expected: ReadonlyMap<string, number[]>, shapes: StateDictShapes): void {
  const known = new Set<string>();
  for (const [name, shape] of expected) {
    const stored = shapes.has(name) ? name : olderName(name);
    const found = shapes.get(stored);
    if (!found) {
      throw new CytoForgeError('missing-tensor', 'A tensor of Mask R-CNN is missing.', {
        where: name,
        found: 'no such tensor',
        expected: `shape [${shape.join(', ')}]`,
      });
    }
    if (found.join() !== shape.join()) {
      throw wrongTensor(stored, `shape [${found.join(', ')}]`, `shape [${shape.join(', ')}]`);
    }
    known.add(stored);
  }
  const stray = [...shapes.keys()].find((name) => !known.has(name) && !NOT_A_WEIGHT.test(name));
  if (stray !== undefined) throw wrongTensor(stray, stray, 'no such tensor');
}

/** The weights of a file under the newer names, whichever it uses. */
function underNewerNames(weights: TensorSource, names: string[]): TensorSource {
  const stored = (name: string) => (weights.has(name) ? name : olderName(name));
  return {
    names: () => names,
    has: (name) => weights.has(stored(name)),
    read: (name) => weights.read(stored(name)),
  };
}

/**
 * How checkpoints of Mask R-CNN are read: torchvision's `maskrcnn_resnet50_fpn`, trained on any number of classes, with
 * the names of today or those of the official COCO file; and ResNets of basic blocks in the same layout.
 */
export const MASKRCNN: SegmenterFormat<'maskrcnn'> = {
  architecture: 'maskrcnn',
  schema: v.object({
    block: v.picklist(['bottleneck', 'basic']),
    blocks: v.pipe(v.array(count(64)), v.minLength(1), v.maxLength(6)),
    width: count(512),
    classes: v.pipe(count(10000), v.minValue(2)),
    pyramidChannels: count(1024),
    boxChannels: count(8192),
    maskChannels: count(1024),
    maskConvolutions: count(16),
    anchorSizes: v.pipe(v.array(size), v.minLength(2), v.maxLength(7)),
    aspectRatios: v.pipe(v.array(size), v.minLength(1), v.maxLength(16)),
    batchNormEpsilon: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    minSize: size,
    maxSize: size,
    imageScale: v.nullable(size),
  }),
  tensorShapes: maskRcnnShapes,
  recognises: (shapes) =>
    shapes.has('roi_heads.mask_predictor.mask_fcn_logits.weight') &&
    shapes.has('backbone.body.conv1.weight'),
  open(weights, shapes) {
    const config = configOfShapes(shapes);
    const expected = maskRcnnShapes(config);
    checkShapes(expected, shapes);
    return { config, weights: underNewerNames(weights, [...expected.keys()]) };
  },
};
