import { headShapes } from '../../../checkpoints/segmenters/maskrcnn-shapes.ts';
import type { TensorSource } from '../../../checkpoints/tensor-source.ts';
import { convolution } from '../../../nn/maskrcnn/layers.ts';
import type { MaskRcnn } from '../../../nn/maskrcnn/load-maskrcnn.ts';
import type { BackboneStep } from '../../../nn/maskrcnn/residual-backbone.ts';
import { loadNamedTensors } from '../../../nn/named-tensors.ts';
import * as tf from '../../../nn/tf.ts';

const CHANNELS = 8;
const HEADS = {
  classes: 2,
  pyramidChannels: CHANNELS,
  boxChannels: 24,
  maskChannels: CHANNELS,
  maskConvolutions: 2,
  anchorSizes: [12, 24, 48],
  aspectRatios: [0.5, 1, 2],
  batchNormEpsilon: 0,
  minSize: 64,
  maxSize: 128,
  imageScale: null,
};
const BODY = ['c1', 'c2', 'c3'];

function shapesOf(source: TensorSource): Map<string, number[]> {
  const stored = (names: string[]) =>
    names.flatMap((name) =>
      ['weight', 'bias'].map((part): [string, number[]] => {
        const full = `${name}.${part}`;
        return [full, source.read(full).shape];
      }),
    );
  const pyramid = ['inner_blocks', 'layer_blocks'].flatMap((kind) =>
    [0, 1].map((level) => `backbone.fpn.${kind}.${level}.0`),
  );
  const body = BODY.map((name) => `backbone.body.${name}`);
  return new Map([...stored(body), ...stored(pyramid), ...headShapes(HEADS)]);
}

/** The golden's network: its own backbone of three convolutions of stride 2, and Mask R-CNN on top of it. */
export function loadTinyNetwork(source: TensorSource): MaskRcnn {
  const weights = loadNamedTensors(source, shapesOf(source));
  const backbone = BODY.map((name, i): BackboneStep => {
    const options = { strides: 2, pad: 1, relu: true } as const;
    return {
      apply: (x) => convolution(weights, `backbone.body.${name}`, x, options),
      endsStage: i > 0,
    };
  });
  return { ...HEADS, backbone, weights, dispose: () => tf.dispose(weights) };
}
