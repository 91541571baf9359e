import type { WebGPUBackend, WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../tf.ts';

/** Name of the kernel that `gpuAxisFir` runs; it exists on WebGPU only. */
export const AXIS_FIR_KERNEL = 'CytoForgeAxisFir';

/** What the kernel does to the middle axis of `[outer, size, inner]`. */
export interface AxisFirAttributes {
  up: number;
  down: number;
  /** Zeros before the first sample, after zero insertion; negative crops. */
  padLow: number;
  outSize: number;
  /** A leaky ReLU and a clamp on the result; null is neither. */
  activation: { slope: number; clamp: number } | null;
}

const WORKGROUP = 64;

/**
 * Each invocation makes one output (four neighbouring ones where the inner axis allows it) from the taps that meet
 * real samples: the zeros in between are never multiplied.
 */
function shader(taps: number, { up, down, activation }: AxisFirAttributes, wide: boolean): string {
  const value = wide ? 'vec4<f32>' : 'f32';
  const activate = activation
    ? `sum = select(sum * uniforms.slope, sum, sum >= ${value}(0.0));
       sum = clamp(sum, ${value}(-uniforms.limit), ${value}(uniforms.limit));`
    : '';
  return `
    fn main(index : i32) {
      if (index < uniforms.size) {
        let inner = uniforms.outShape[2] / ${wide ? 4 : 1};
        let column = index % inner;
        let row = index / inner;
        let o = row % uniforms.outShape[1];
        let base = (row / uniforms.outShape[1]) * uniforms.xShape[1];
        let start = o * ${down} - uniforms.padLow;
        var sum = ${value}(0.0);
        for (var k = ((-start) % ${up} + ${up}) % ${up}; k < ${taps}; k += ${up}) {
          let source = (start + k) / ${up};
          if (source >= 0 && source < uniforms.xShape[1]) {
            sum += taps[k] * x[(base + source) * inner + column];
          }
        }
        ${activate}
        result[index] = sum;
      }
    }`;
}

function axisFirProgram(
  shape: number[],
  taps: number,
  attributes: AxisFirAttributes,
): WebGPUProgram {
  const [outer, , inner] = shape;
  const wide = inner % 4 === 0;
  const { up, down, outSize, activation } = attributes;
  const outputShape = [outer, outSize, inner];
  const invocations = (outer * outSize * inner) / (wide ? 4 : 1);
  return {
    outputShape,
    variableNames: ['x', 'taps'],
    variableComponents: [wide ? 4 : 1, 1],
    outputComponent: wide ? 4 : 1,
    uniforms: 'padLow : i32, slope : f32, limit : f32,',
    workgroupSize: [WORKGROUP, 1, 1],
    dispatchLayout: { x: [0, 1, 2] },
    dispatch: [Math.ceil(invocations / WORKGROUP), 1, 1],
    shaderKey: `cytoforgeAxisFir_${up}_${down}_${taps}_${activation !== null}_${wide}`,
    size: true,
    getUserCode: () => shader(taps, attributes, wide),
  };
}

/** Makes the kernel known to TensorFlow.js; a second call changes nothing. */
export function registerAxisFirKernel(): void {
  if (tf.getKernel(AXIS_FIR_KERNEL, 'webgpu')) return;
  tf.registerKernel({
    kernelName: AXIS_FIR_KERNEL,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const { x, taps } = inputs as { x: tf.TensorInfo; taps: tf.TensorInfo };
      const attributes = attrs as unknown as AxisFirAttributes;
      const program = axisFirProgram(x.shape, taps.shape[0], attributes);
      const { slope, clamp } = attributes.activation ?? { slope: 1, clamp: 0 };
      return (backend as WebGPUBackend).runWebGPUProgram(program, [x, taps], 'float32', [
        { type: 'int32', data: [attributes.padLow] },
        { type: 'float32', data: [slope] },
        { type: 'float32', data: [clamp] },
      ]);
    },
  });
}
