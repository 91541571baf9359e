import type { CellposeConfig } from '../bundle/segmenter-configs.ts';

type NamedShape = [name: string, shape: number[]];

function batchNorm(name: string, channels: number): NamedShape[] {
  return ['weight', 'bias', 'running_mean', 'running_var'].map((part) => [
    `${name}.${part}`,
    [channels],
  ]);
}

function convolution(name: string, inputs: number, outputs: number, kernel: number): NamedShape[] {
  return [
    [`${name}.weight`, [outputs, inputs, kernel, kernel]],
    [`${name}.bias`, [outputs]],
  ];
}

function normConvolution(name: string, inputs: number, outputs: number, kernel = 3): NamedShape[] {
  return [...batchNorm(`${name}.0`, inputs), ...convolution(`${name}.2`, inputs, outputs, kernel)];
}

function projection(name: string, inputs: number, outputs: number): NamedShape[] {
  return [...batchNorm(`${name}.0`, inputs), ...convolution(`${name}.1`, inputs, outputs, 1)];
}

function residualDown(name: string, inputs: number, outputs: number): NamedShape[] {
  return [
    ...[0, 1, 2, 3].flatMap((i) =>
      normConvolution(`${name}.conv.conv_${i}`, i === 0 ? inputs : outputs, outputs),
    ),
    ...projection(`${name}.proj`, inputs, outputs),
  ];
}

function residualUp(name: string, inputs: number, outputs: number, style: number): NamedShape[] {
  const styled = [1, 2, 3].flatMap((i): NamedShape[] => {
    const convolve = `${name}.conv.conv_${i}`;
    return [
      ...normConvolution(`${convolve}.conv`, outputs, outputs),
      [`${convolve}.full.weight`, [outputs, style]],
      [`${convolve}.full.bias`, [outputs]],
    ];
  });
  return [
    ...normConvolution(`${name}.conv.conv_0`, inputs, outputs),
    ...styled,
    ...projection(`${name}.proj`, inputs, outputs),
  ];
}

/** Output channels: flow along y, flow along x, logit. */
const OUTPUTS = 3;

/** Names and shapes of CPnet's tensors as the official state dict has them, without the counters of its norms (spec 1.2). */
export function cellposeTensorShapes({ channels }: CellposeConfig): Map<string, number[]> {
  const [inputs, ...widths] = channels;
  const style = widths[widths.length - 1];
  return new Map([
    ...widths.flatMap((width, i) =>
      residualDown(`downsample.down.res_down_${i}`, i === 0 ? inputs : widths[i - 1], width),
    ),
    ...widths.flatMap((width, i) =>
      residualUp(`upsample.up.res_up_${i}`, widths[i + 1] ?? width, width, style),
    ),
    ...normConvolution('output', widths[0], OUTPUTS, 1),
  ]);
}
