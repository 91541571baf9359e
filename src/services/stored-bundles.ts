import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { parseManifest } from '../checkpoints/bundle/parse-manifest.ts';
import type { ReferenceFiles } from '../checkpoints/bundle/reference-files.ts';
import type { BundleStore } from './bundle-store.ts';

/** A bundle without a manifest is left over from a closed tab when its import began longer ago than this. */
const DRAFT_LIFETIME_MS = 3_600_000;

/** A new import's id; it says when it began. */
export function newImportId(now = Date.now()): string {
  return `import-${now}-${Math.random().toString(36).slice(2, 8)}`;
}

function isLeftOver(bundle: string, now = Date.now()): boolean {
  const began = /^import-(\d+)-/.exec(bundle)?.[1];
  return began === undefined || now - Number(began) > DRAFT_LIFETIME_MS;
}

/** The manifest of a bundle; null when it is not whole or not readable any more. */
async function manifestOf(store: BundleStore, bundle: string): Promise<ModelManifest | null> {
  try {
    const file = await store.read(bundle, 'model.json');
    return file && parseManifest(JSON.parse(await file.text()));
  } catch {
    return null;
  }
}

async function removeUnfinished(store: BundleStore, bundle: string): Promise<void> {
  if (!(await store.read(bundle, 'model.json'))) await store.remove(bundle);
}

/** All bundles that are whole; what closed tabs left half written long ago is cleared away. */
export async function wholeBundles(
  store: BundleStore,
): Promise<{ bundle: string; manifest: ModelManifest }[]> {
  const whole: { bundle: string; manifest: ModelManifest }[] = [];
  for (const bundle of await store.list()) {
    const manifest = await manifestOf(store, bundle);
    if (manifest) whole.push({ bundle, manifest });
    else if (isLeftOver(bundle)) await removeUnfinished(store, bundle);
  }
  return whole;
}

/** The whole bundle of these weights; null when it is not kept. */
export async function bundleOfWeights(
  store: BundleStore,
  sha256: string,
): Promise<{ bundle: string; manifest: ModelManifest } | null> {
  const whole = await wholeBundles(store);
  return whole.find(({ manifest }) => manifest.provenance.weightsSha256 === sha256) ?? null;
}

/** The references of a bundle, null when it came without. */
export async function referenceOf(
  store: BundleStore,
  bundle: string,
  { reference }: ModelManifest,
): Promise<ReferenceFiles | null> {
  if (!reference) return null;
  const [cases, arrays] = await Promise.all([
    store.read(bundle, reference.cases),
    store.read(bundle, reference.arrays),
  ]);
  if (!cases || !arrays) return null;
  return { cases: await cases.text(), arrays: new Uint8Array(await arrays.arrayBuffer()) };
}

/** The model card of a bundle, null when it came without one. */
export async function cardOf(
  store: BundleStore,
  bundle: string,
  manifest: ModelManifest,
): Promise<string | null> {
  const card = manifest.card ? await store.read(bundle, manifest.card) : null;
  return card ? card.text() : null;
}

/** Removes every bundle of these weights but `kept`. */
export async function removeOthers(
  store: BundleStore,
  sha256: string,
  kept: string | null,
): Promise<void> {
  for (const { bundle, manifest } of await wholeBundles(store)) {
    const same = manifest.provenance.weightsSha256 === sha256;
    if (same && bundle !== kept) await store.remove(bundle);
  }
}
