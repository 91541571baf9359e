import { openReferenceArrays } from '../../checkpoints/reference/reference-arrays.ts';
import type { ReferenceCase } from '../../checkpoints/reference/reference-cases.ts';
import type { LoadedModel } from '../model-shelf.ts';
import {
  isWithin,
  type LevelDifference,
  type LevelTolerance,
  levelDifference,
  toleranceOf,
} from './level-difference.ts';
import { makeReferenceCase } from './make-reference-case.ts';

/** How one output of this machine compares with the original's, in grey levels. */
export interface ReferenceCheck {
  name: string;
  kind: ReferenceCase['kind'];
  width: number;
  height: number;
  difference: LevelDifference;
  tolerance: LevelTolerance;
  ok: boolean;
  /** Of the networks' run. */
  milliseconds: number;
}

/**
 * Makes one reference case and compares it.
 * @param arrays Bytes of `reference.npz`.
 * @throws CytoForgeError as `makeReferenceCase`.
 */
export async function checkReference(
  model: LoadedModel,
  one: ReferenceCase,
  arrays: Uint8Array,
): Promise<ReferenceCheck> {
  const begin = performance.now();
  const { made, expected } = await makeReferenceCase(model, one, openReferenceArrays(arrays));
  const milliseconds = performance.now() - begin;
  const difference = levelDifference(made.data, expected.data);
  const tolerance = toleranceOf(model.manifest);
  return {
    name: one.name,
    kind: one.kind,
    width: expected.width,
    height: expected.height,
    difference,
    tolerance,
    ok: isWithin(difference, tolerance),
    milliseconds,
  };
}
