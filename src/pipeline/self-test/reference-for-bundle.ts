import type { ModelManifest } from '../../checkpoints/bundle/manifest.ts';
import type { ReferenceFiles } from '../../checkpoints/bundle/reference-files.ts';
import type { NpzFile } from '../../checkpoints/npz.ts';
import {
  type ReferenceArray,
  writeReferenceArrays,
} from '../../checkpoints/reference/reference-arrays.ts';
import type { Reference, ReferenceCase } from '../../checkpoints/reference/reference-cases.ts';
import { CytoForgeError } from '../../errors.ts';
import { originalReference } from './original-reference.ts';

/** Numbers of all arrays together: some hundred kilobytes at most, as a page fetches them. */
const MOST_NUMBERS = 320 * 1024;

function arrayNames(one: ReferenceCase): string[] {
  switch (one.kind) {
    case 'mask':
      return [one.output];
    case 'clusters':
      return [one.labels, one.instances, one.output];
    case 'encoded':
      return [one.labels, one.instances, one.image, one.output];
    case 'labels':
      return [one.labels, one.output];
  }
}

/**
 * The references of a bundle from an archive that the original's scripts wrote (`originalReference`): as many cases as
 * fit, in its order.
 * @param origin What made them, for people.
 * @throws CytoForgeError `bad-option` when there is no case of this kind of model, or none is small enough.
 */
export function referenceForBundle(
  model: Pick<ModelManifest, 'architecture'>,
  npz: NpzFile,
  origin: string,
): ReferenceFiles {
  const original = originalReference(model, npz);
  const arrays = new Map<string, ReferenceArray>();
  const cases: ReferenceCase[] = [];
  let numbers = 0;
  for (const one of original.cases) {
    const fresh = arrayNames(one)
      .filter((name) => !arrays.has(name))
      .map((name) => [name, original.numbers(name)] as const);
    const size = fresh.reduce((sum, [, { data }]) => sum + data.length, 0);
    if (numbers + size > MOST_NUMBERS) continue;
    numbers += size;
    for (const [name, array] of fresh) arrays.set(name, array);
    cases.push(one);
  }
  if (cases.length === 0) {
    throw new CytoForgeError('bad-option', 'The archive holds no references of such a model.', {
      found: `arrays such as ${npz.names().slice(0, 3).join(', ')}`,
      expected: 'img_SEED_PSI; or P_label, P_inst, P_cluster_ids …; or P_input and P_output',
    });
  }
  const reference: Reference = { format: 'cytoforge-reference', version: 1, origin, cases };
  return { cases: `${JSON.stringify(reference, null, 1)}\n`, arrays: writeReferenceArrays(arrays) };
}
