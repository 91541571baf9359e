import type { WebGPUBackend, WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../tf.ts';

/** Name of the kernel that filters a map with a plane of taps; it exists on WebGPU only. */
export const PLANAR_FIR_KERNEL = 'CytoForgePlanarFir';

/** What the kernel does to `[N, H, W, C]`, besides a plane of taps in C order; there is no padding. */
export interface PlanarFirAttributes {
  tapsHeight: number;
  tapsWidth: number;
  /** Keeps every so many-th row and column. */
  down: number;
}

const WORKGROUP = 64;
/** Neighbouring outputs of one invocation: with 12 taps and a step of 2 they share two thirds of what they read. */
const BLOCK = 4;

function lines<T>(items: readonly T[], line: (item: T) => string): string {
  return items.map(line).join('\n');
}

/** The statements that read one sample of a row and add it to every output that sees it. */
function accumulate(sample: number, width: number, down: number): string {
  const seenBy = Array.from({ length: BLOCK }, (_, output) => ({
    output,
    tap: sample - output * down,
  })).filter(({ tap }) => tap >= 0 && tap < width);
  return `
    value = x[(line + min(left + ${sample}, uniforms.xShape[2] - 1)) * inner + channel];
    ${lines(seenBy, ({ output, tap }) => `sum${output} += tap${tap} * value;`)}`;
}

/**
 * Each invocation makes a block of outputs along x (of four neighbouring channels where there are as many), and
 * reads each sample and each tap once for all of them.
 */
function shader({ tapsHeight, tapsWidth, down }: PlanarFirAttributes, wide: boolean): string {
  const value = wide ? 'vec4<f32>' : 'f32';
  const outputs = Array.from({ length: BLOCK }, (_, i) => i);
  const taps = Array.from({ length: tapsWidth }, (_, i) => i);
  const samples = Array.from({ length: (BLOCK - 1) * down + tapsWidth }, (_, i) => i);
  return `
    fn main(index : i32) {
      let inner = uniforms.outShape[3] / ${wide ? 4 : 1};
      let width = uniforms.outShape[2];
      let blocks = (width + ${BLOCK - 1}) / ${BLOCK};
      let channel = index % inner;
      let first = ((index / inner) % blocks) * ${BLOCK};
      let row = index / (inner * blocks);
      if (row < uniforms.outShape[0] * uniforms.outShape[1]) {
        let image = row / uniforms.outShape[1];
        let top = (row % uniforms.outShape[1]) * ${down};
        let left = first * ${down};
        ${lines(outputs, (i) => `var sum${i} = ${value}(0.0);`)}
        var value = ${value}(0.0);
        for (var j = 0; j < ${tapsHeight}; j++) {
          let line = (image * uniforms.xShape[1] + top + j) * uniforms.xShape[2];
          ${lines(taps, (i) => `let tap${i} = taps[j * ${tapsWidth} + ${i}];`)}
          ${lines(samples, (sample) => accumulate(sample, tapsWidth, down))}
        }
        ${lines(outputs, (i) => `if (first + ${i} < width) { result[(row * width + first + ${i}) * inner + channel] = sum${i}; }`)}
      }
    }`;
}

function planarFirProgram(shape: number[], attributes: PlanarFirAttributes): WebGPUProgram {
  const [batch, height, width, channels] = shape;
  const { tapsHeight, tapsWidth, down } = attributes;
  const outHeight = Math.floor((height - tapsHeight) / down) + 1;
  const outWidth = Math.floor((width - tapsWidth) / down) + 1;
  const wide = channels % 4 === 0;
  const blocks = batch * outHeight * Math.ceil(outWidth / BLOCK);
  const invocations = blocks * (wide ? channels / 4 : channels);
  return {
    outputShape: [batch, outHeight, outWidth, channels],
    variableNames: ['x', 'taps'],
    variableComponents: [wide ? 4 : 1, 1],
    outputComponent: wide ? 4 : 1,
    workgroupSize: [WORKGROUP, 1, 1],
    dispatchLayout: { x: [0, 1, 2, 3] },
    dispatch: [Math.ceil(invocations / WORKGROUP), 1, 1],
    shaderKey: `cytoforgePlanarFir_${tapsHeight}_${tapsWidth}_${down}_${wide}`,
    getUserCode: () => shader(attributes, wide),
  };
}

/** Makes the kernel known to TensorFlow.js; a second call changes nothing. */
export function registerPlanarFirKernel(): void {
  if (tf.getKernel(PLANAR_FIR_KERNEL, 'webgpu')) return;
  tf.registerKernel({
    kernelName: PLANAR_FIR_KERNEL,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, attrs, backend }) => {
      const { x, taps } = inputs as { x: tf.TensorInfo; taps: tf.TensorInfo };
      const program = planarFirProgram(x.shape, attrs as unknown as PlanarFirAttributes);
      return (backend as WebGPUBackend).runWebGPUProgram(program, [x, taps], 'float32');
    },
  });
}
