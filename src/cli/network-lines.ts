import type { MaskManifest } from '../checkpoints/bundle/manifest.ts';

/** A line for a model that was made of the generator in training, as its snapshot has no averaged one. */
export function networkLines({ name, provenance }: MaskManifest): string[] {
  return provenance.network === 'G' ? [`masks by G, in training, of ${name}`] : [];
}
