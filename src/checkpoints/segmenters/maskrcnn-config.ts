import { CytoForgeError } from '../../errors.ts';
import type { MaskRcnnConfig } from '../bundle/segmenter-configs.ts';
import { olderName } from './maskrcnn-names.ts';
import type { StateDictShapes } from './segmenter-format.ts';

/** torchvision's own settings, which a state dict does not tell. */
const SMALLEST_ANCHOR = 32;
const ASPECT_RATIOS = [0.5, 1, 2];
const MIN_SIZE = 800;
const MAX_SIZE = 1333;
const TRAINED_EPSILON = 1e-5;

/** Looks shapes up by their newer names. */
function shapeReader(shapes: StateDictShapes) {
  const has = (name: string) => shapes.has(name) || shapes.has(olderName(name));
  const outputsOf = (layer: string): number => {
    const name = `${layer}.weight`;
    const shape = shapes.get(name) ?? shapes.get(olderName(name));
    if (shape?.length) return shape[0];
    throw new CytoForgeError('missing-tensor', 'A tensor of Mask R-CNN is missing.', {
      where: name,
      found: 'no such tensor',
      expected: 'a Mask R-CNN of torchvision with a ResNet and a feature pyramid',
    });
  };
  const count = (nameOf: (index: number) => string): number => {
    let found = 0;
    while (has(nameOf(found))) found++;
    return found;
  };
  return { has, outputsOf, count };
}

/**
 * The configuration of a state dict, by its shapes. Anchors and sizes are torchvision's own.
 *
 * Batch norms: a file with `num_batches_tracked` was trained with ordinary ones (epsilon 1e-5). Frozen ones have none;
 * torchvision then sets their epsilon to 0, for the official COCO weights and what is trained on from them.
 * @throws CytoForgeError `missing-tensor`; `wrong-architecture` for other anchors than three a place.
 */
export function configOfShapes(shapes: StateDictShapes): MaskRcnnConfig {
  const { has, outputsOf, count } = shapeReader(shapes);
  const stages = count((i) => `backbone.body.layer${i + 1}.0.conv1.weight`);
  const anchors = outputsOf('rpn.head.cls_logits');
  if (anchors !== ASPECT_RATIOS.length) {
    throw new CytoForgeError('wrong-architecture', 'This Mask R-CNN has other anchors.', {
      where: 'rpn.head.cls_logits.weight',
      found: `${anchors} anchors at every place`,
      expected: `${ASPECT_RATIOS.length}`,
    });
  }
  return {
    block: has('backbone.body.layer1.0.conv3.weight') ? 'bottleneck' : 'basic',
    blocks: Array.from({ length: stages }, (_, stage) =>
      count((i) => `backbone.body.layer${stage + 1}.${i}.conv1.weight`),
    ),
    width: outputsOf('backbone.body.conv1'),
    classes: outputsOf('roi_heads.box_predictor.cls_score'),
    pyramidChannels: outputsOf('backbone.fpn.layer_blocks.0.0'),
    boxChannels: outputsOf('roi_heads.box_head.fc6'),
    maskChannels: outputsOf('roi_heads.mask_head.0.0'),
    maskConvolutions: count((i) => `roi_heads.mask_head.${i}.0.weight`),
    anchorSizes: Array.from({ length: stages + 1 }, (_, level) => SMALLEST_ANCHOR * 2 ** level),
    aspectRatios: ASPECT_RATIOS,
    batchNormEpsilon: has('backbone.body.bn1.num_batches_tracked') ? TRAINED_EPSILON : 0,
    minSize: MIN_SIZE,
    maxSize: MAX_SIZE,
    imageScale: null,
  };
}
