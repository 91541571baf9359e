import { CytoForgeError } from '../errors.ts';
import type { BundleStore } from './bundle-store.ts';

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/**
 * Says that a model will not fit before it is converted. Where the browser does not tell what is free, writing finds
 * out.
 * @param bytes Of the weights; the manifest is small beside them.
 * @throws CytoForgeError `no-space`.
 */
export async function reserveSpace(
  store: BundleStore,
  model: string,
  bytes: number,
): Promise<void> {
  const free = await store.freeBytes();
  if (free === null || bytes <= free) return;
  throw new CytoForgeError('no-space', 'The browser has too little space for this model.', {
    where: model,
    found: `${megabytes(free)} free`,
    expected: megabytes(bytes),
    hint: 'Remove stored models, or free disk space.',
  });
}
