import { CytoForgeError } from '../../errors.ts';
import type { StateDictShapes } from './segmenter-format.ts';

/**
 * Checks that every expected tensor is in a state dict with its shape.
 * @throws CytoForgeError `missing-tensor` with the first name that differs, found and expected shape.
 */
export function checkShapes(
  shapes: StateDictShapes,
  expected: ReadonlyMap<string, readonly number[]>,
): void {
  for (const [name, shape] of expected) {
    const found = shapes.get(name);
    if (found?.join() === shape.join()) continue;
    throw new CytoForgeError('missing-tensor', 'The checkpoint lacks a tensor of its network.', {
      where: name,
      found: found ? `shape [${found.join(', ')}]` : 'no such tensor',
      expected: `shape [${shape.join(', ')}]`,
      hint: 'The file is of another version of the network, or incomplete.',
    });
  }
}
