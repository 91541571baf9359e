import { CytoForgeError } from '../errors.ts';
import type { StoredModule } from './persistent-module.ts';

/**
 * The shape of a module's own tensor; StyleGAN2-ADA's layers do not say their channels otherwise.
 * @throws CytoForgeError `missing-tensor` unless it has `rank` dimensions.
 */
export function tensorShapeOf(module: StoredModule, name: string, rank: number): number[] {
  const shape = module.tensors.get(name)?.shape;
  if (shape?.length === rank) return shape;
  throw new CytoForgeError(
    'missing-tensor',
    `${module.file} does not have the tensors it should.`,
    {
      where: `${module.path}.${name}`,
      found: shape ? `shape [${shape.join(', ')}]` : 'no such tensor',
      expected: `${rank} dimensions`,
      hint: 'The file is of another version of the network, or incomplete.',
    },
  );
}

/**
 * The shape of a module's resampling filter, separable or not.
 * @throws CytoForgeError `missing-tensor`.
 */
export function filterShapeOf(module: StoredModule): number[] {
  const shape = module.tensors.get('resample_filter')?.shape ?? [];
  return tensorShapeOf(module, 'resample_filter', shape.length === 1 ? 1 : 2);
}
