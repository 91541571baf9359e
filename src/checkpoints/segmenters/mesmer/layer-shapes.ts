import { CytoForgeError } from '../../../errors.ts';
import type { StateDictShapes } from '../segmenter-format.ts';

/** For weights that are of another network than they look like. */
export function refuse(where: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('wrong-architecture', 'This is not the PanopticNet of Mesmer.', {
    where,
    found,
    expected,
    hint: 'Convert the original model again.',
  });
}

/**
 * Output channels of a convolution.
 * @throws CytoForgeError `missing-tensor`
 */
export function outputsOf(shapes: StateDictShapes, layer: string): number {
  const outputs = shapes.get(`${layer}/kernel`)?.[3];
  if (outputs !== undefined) return outputs;
  throw new CytoForgeError('missing-tensor', `The model has no tensor ${layer}/kernel.`, {
    where: `${layer}/kernel`,
    found: 'no such tensor',
    expected: 'a kernel [height, width, in, out]',
    hint: 'Convert the original model again.',
  });
}

/** How many names there are by counting up, e.g. `conv2_block1_0_conv`, `conv2_block2_1_conv` … */
export function countUp(
  shapes: StateDictShapes,
  layer: (i: number) => string,
  from: number,
): number {
  let count = 0;
  while (shapes.has(`${layer(from + count)}/kernel`)) count++;
  return count;
}
