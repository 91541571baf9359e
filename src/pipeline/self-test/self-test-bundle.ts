import { shardPaths } from '../../checkpoints/bundle/bundle-tensors.ts';
import type { ModelManifest } from '../../checkpoints/bundle/manifest.ts';
import { parseManifest } from '../../checkpoints/bundle/parse-manifest.ts';
import { parseReference } from '../../checkpoints/reference/reference-cases.ts';
import { CytoForgeError } from '../../errors.ts';
import type { GenerationService } from '../generation-service.ts';
import type { ReferenceCheck } from './check-reference.ts';

/** Reads a file of a bundle by its name. */
export type ReadBundleFile = (name: string) => Promise<Uint8Array>;

function without(manifest: ModelManifest): CytoForgeError {
  return new CytoForgeError('unsupported', 'The model has no references to test it with.', {
    where: manifest.name,
    expected: 'reference.json and reference.npz in the bundle',
    hint: 'Convert it with --reference, or compare the checkpoint with "cytoforge parity".',
  });
}

/**
 * Loads a bundle and makes its references one after the other.
 * @param service With a backend that runs.
 * @throws CytoForgeError `unsupported` for a bundle without references; what the readers and `checkReference` throw.
 */
export async function* selfTestBundle(
  read: ReadBundleFile,
  service: Pick<GenerationService, 'load' | 'checkReference'>,
): AsyncGenerator<ReferenceCheck> {
  const text = async (name: string) => new TextDecoder().decode(await read(name));
  const manifest = parseManifest(JSON.parse(await text('model.json')));
  if (!manifest.reference) throw without(manifest);
  const { cases } = parseReference(await text(manifest.reference.cases));
  const arrays = await read(manifest.reference.arrays);
  const shards: ArrayBuffer[] = [];
  for (const path of shardPaths(manifest)) {
    shards.push(new Uint8Array(await read(path)).buffer);
  }
  await service.load({ manifest, shards });
  const { weightsSha256 } = manifest.provenance;
  for (const one of cases) yield await service.checkReference(weightsSha256, one, arrays);
}
