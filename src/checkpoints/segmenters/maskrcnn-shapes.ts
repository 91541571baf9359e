import type { MaskRcnnConfig } from '../bundle/segmenter-configs.ts';
import { backboneConvolutions, residualBlocks } from './maskrcnn-blocks.ts';

/** Bins of a pooled region that the box head gets. */
const BOX_BINS = 7 * 7;
const NORM_PARTS = ['weight', 'bias', 'running_mean', 'running_var'];

type Shape = [name: string, shape: number[]];

function biased(name: string, shape: number[]): Shape[] {
  return [
    [`${name}.weight`, shape],
    [`${name}.bias`, [shape[0]]],
  ];
}

function bodyShapes(config: MaskRcnnConfig): Shape[] {
  return backboneConvolutions(config).flatMap(({ convolution, norm, shape }) => [
    [`${convolution}.weight`, shape] as Shape,
    ...NORM_PARTS.map((part): Shape => [`${norm}.${part}`, [shape[0]]]),
  ]);
}

function pyramidShapes(config: MaskRcnnConfig): Shape[] {
  const { pyramidChannels } = config;
  const stages = residualBlocks(config).filter(({ endsStage }) => endsStage);
  return [
    ...stages.flatMap(({ outputs }, i) =>
      biased(`backbone.fpn.inner_blocks.${i}.0`, [pyramidChannels, outputs, 1, 1]),
    ),
    ...stages.flatMap((_, i) =>
      biased(`backbone.fpn.layer_blocks.${i}.0`, [pyramidChannels, pyramidChannels, 3, 3]),
    ),
  ];
}

/** Names and shapes of all that stands on the backbone: pyramid, proposals, boxes, masks. */
export function headShapes(config: Omit<MaskRcnnConfig, 'block' | 'blocks' | 'width'>): Shape[] {
  const { pyramidChannels, boxChannels, maskChannels, maskConvolutions, classes } = config;
  const anchors = config.aspectRatios.length;
  return [
    ...biased('rpn.head.conv.0.0', [pyramidChannels, pyramidChannels, 3, 3]),
    ...biased('rpn.head.cls_logits', [anchors, pyramidChannels, 1, 1]),
    ...biased('rpn.head.bbox_pred', [4 * anchors, pyramidChannels, 1, 1]),
    ...biased('roi_heads.box_head.fc6', [boxChannels, pyramidChannels * BOX_BINS]),
    ...biased('roi_heads.box_head.fc7', [boxChannels, boxChannels]),
    ...biased('roi_heads.box_predictor.cls_score', [classes, boxChannels]),
    ...biased('roi_heads.box_predictor.bbox_pred', [4 * classes, boxChannels]),
    ...Array.from({ length: maskConvolutions }, (_, i) =>
      biased(`roi_heads.mask_head.${i}.0`, [
        maskChannels,
        i === 0 ? pyramidChannels : maskChannels,
        3,
        3,
      ]),
    ).flat(),
    ['roi_heads.mask_predictor.conv5_mask.weight', [maskChannels, maskChannels, 2, 2]],
    ['roi_heads.mask_predictor.conv5_mask.bias', [maskChannels]],
    ...biased('roi_heads.mask_predictor.mask_fcn_logits', [classes, maskChannels, 1, 1]),
  ];
}

/** Names and shapes of all tensors of a Mask R-CNN, in the order of torchvision's state dict. */
export function maskRcnnShapes(config: MaskRcnnConfig): Map<string, number[]> {
  return new Map([...bodyShapes(config), ...pyramidShapes(config), ...headShapes(config)]);
}
