import * as tf from '../../tf.ts';
import { filterGradient, inputGradient } from './convolution-gradients.ts';
import { type ResizeRule, resizeGradient } from './resize-gradients.ts';
import { registerWasmGradients } from './wasm-gradients.ts';

let preparation: Promise<void> | null = null;

/** TensorFlow.js refuses the gradient of a dilated convolution; this one has it. */
function registerConvolutionGradient(): void {
  const stock = tf.getGradient('Conv2D');
  tf.registerGradient({
    kernelName: 'Conv2D',
    inputsToSave: ['x', 'filter'],
    gradFunc(dy, saved, attributes) {
      const { strides, dilations, pad } = attributes as unknown as tf.Conv2DAttrs;
      if (tf.backend_util.tupleValuesAreOne(dilations)) {
        return stock.gradFunc(dy, saved, attributes);
      }
      const [x, filter] = saved as [tf.Tensor4D, tf.Tensor4D];
      const info = tf.backend_util.computeConv2DInfo(
        x.shape,
        filter.shape,
        strides,
        dilations,
        pad,
      );
      const geometry = {
        strides: [1, 1] as [number, number],
        dilations: [info.dilationHeight, info.dilationWidth] as [number, number],
        pad: info.padInfo,
      };
      return {
        x: () => inputGradient(x.shape, dy as tf.Tensor4D, filter, geometry),
        filter: () => filterGradient(x, dy as tf.Tensor4D, filter.shape, geometry),
      };
    },
  });
}

/** The stock gradients of resizing are those of another rule (`resizeGradient`). */
function registerResizeGradient(kernelName: string, kind: ResizeRule['kind']): void {
  tf.registerGradient({
    kernelName,
    inputsToSave: ['images'],
    gradFunc(dy, saved, attributes) {
      const [, height, width] = saved[0].shape;
      const { alignCorners, halfPixelCenters } = attributes as unknown as tf.ResizeBilinearAttrs;
      const rule = { kind, alignCorners, halfPixelCenters };
      return { images: () => resizeGradient(dy as tf.Tensor4D, [height, width], rule) };
    },
  });
}

async function prepare(): Promise<void> {
  // In Node they come with the whole of TensorFlow.js, which no other command should wait for.
  await import('#tensorflow-gradients');
  registerConvolutionGradient();
  registerResizeGradient('ResizeBilinear', 'bilinear');
  registerResizeGradient('ResizeNearestNeighbor', 'nearest');
  await registerWasmGradients();
}

/**
 * Makes networks differentiable on every backend: TensorFlow.js's gradients, those that it lacks or has wrong, and the
 * kernels that its WASM backend lacks or has only slowly. To be awaited before the first gradient; again does nothing.
 */
export function prepareGradients(): Promise<void> {
  preparation ??= prepare();
  return preparation;
}
