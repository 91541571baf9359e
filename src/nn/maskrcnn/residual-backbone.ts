import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import {
  type ResidualBlock,
  residualBlocks,
} from '../../checkpoints/segmenters/maskrcnn-blocks.ts';
import * as tf from '../tf.ts';
import type { NormedConvolution } from './batch-norm.ts';
import { maxPoolOfStem } from './layers.ts';

const BODY = 'backbone.body';

/** One step of a backbone, with whether its output is a map that the pyramid takes. */
export interface BackboneStep {
  apply(x: tf.Tensor4D): tf.Tensor4D;
  endsStage: boolean;
}

function stem(conv: NormedConvolution): BackboneStep['apply'] {
  const names = { convolution: `${BODY}.conv1`, norm: `${BODY}.bn1` };
  return (x) => tf.tidy(() => maxPoolOfStem(conv(x, names, { strides: 2, pad: 3, relu: true })));
}

/** A residual block: in ResNet-50 the 3×3 convolution carries the stride, in ResNet-18 the first one. */
function residual(block: ResidualBlock, conv: NormedConvolution): BackboneStep['apply'] {
  const names = (index: number) => ({
    convolution: `${block.name}.conv${index}`,
    norm: `${block.name}.bn${index}`,
  });
  const { strides } = block;
  const change = (x: tf.Tensor4D): tf.Tensor4D => {
    if (block.kind === 'basic') {
      const first = conv(x, names(1), { strides, pad: 1, relu: true });
      return conv(first, names(2), { pad: 1 });
    }
    const narrow = conv(x, names(1), { relu: true });
    const middle = conv(narrow, names(2), { strides, pad: 1, relu: true });
    return conv(middle, names(3), {});
  };
  const shortcut = {
    convolution: `${block.name}.downsample.0`,
    norm: `${block.name}.downsample.1`,
  };
  return (x) =>
    tf.tidy(() => {
      const kept = block.downsample ? conv(x, shortcut, { strides }) : x;
      return tf.relu(tf.add(change(x), kept));
    });
}

/**
 * A ResNet without its classifier, step by step, so that whoever runs it may pause between steps: the stem (7×7 of
 * stride 2, max pooling), then every block. The maps at the ends of stages have strides 4, 8, 16 …
 * @param conv convolutions with their norms, for inference or for training
 */
export function backboneSteps(
  config: Pick<MaskRcnnConfig, 'block' | 'blocks' | 'width'>,
  conv: NormedConvolution,
): BackboneStep[] {
  const blocks = residualBlocks(config);
  return [
    { apply: stem(conv), endsStage: false },
    ...blocks.map((block) => ({ apply: residual(block, conv), endsStage: block.endsStage })),
  ];
}
