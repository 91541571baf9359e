import { totalmem } from 'node:os';
import type {
  BackendChoice,
  BundleData,
  GenerationService,
} from '../pipeline/generation-service.ts';
import { createGenerationService } from '../pipeline/local-generation-service.ts';

/**
 * Starts a backend and puts models on it.
 * @param bundles null for a model that is not wanted. Their shards are dropped: the backend has the weights then, and the
 * manifest is all that is asked for later.
 */
export async function startNetworks(
  bundles: readonly (BundleData | null)[],
  backend: BackendChoice,
): Promise<GenerationService> {
  const service = createGenerationService({ memoryLimit: totalmem() });
  await service.start(backend);
  for (const bundle of bundles) {
    if (!bundle) continue;
    await service.load(bundle);
    bundle.shards = [];
  }
  return service;
}
