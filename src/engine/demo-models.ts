import * as v from 'valibot';
import { shardPaths } from '../checkpoints/bundle/bundle-tensors.ts';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { parseManifest } from '../checkpoints/bundle/parse-manifest.ts';
import type { ReferenceFiles } from '../checkpoints/bundle/reference-files.ts';
import { CytoForgeError } from '../errors.ts';
import type { BundleData } from '../pipeline/generation-service.ts';
import { bundleBytes } from '../services/bundle-bytes.ts';
import type { LibraryModel } from './model-library.ts';

const INDEX = v.object({
  models: v.array(
    v.object({ path: v.string(), role: v.picklist(['mask', 'image', 'spots', 'segmenter']) }),
  ),
});

/** Fetches from the page's own origin; a test passes one of its own. */
export type Fetch = (url: URL) => Promise<Response>;

async function get(fetchFile: Fetch, url: URL): Promise<Response> {
  const unreachable = (found: string, cause?: unknown) =>
    new CytoForgeError(
      'io',
      'A model of this site cannot be fetched.',
      { where: url.pathname, found, hint: 'Check the connection and reload the page.' },
      cause,
    );
  const response = await fetchFile(url).catch((cause: unknown) => {
    throw unreachable('no answer', cause);
  });
  if (!response.ok) throw unreachable(`status ${response.status}`);
  return response;
}

async function getJson(fetchFile: Fetch, url: URL): Promise<unknown> {
  const text = await (await get(fetchFile, url)).text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    // A server without the file may answer with its start page.
    throw new CytoForgeError(
      'corrupt',
      'A model of this site cannot be read.',
      { where: url.pathname, found: text.slice(0, 40), expected: 'JSON' },
      cause,
    );
  }
}

async function readBundle(
  fetchFile: Fetch,
  manifest: ModelManifest,
  folder: URL,
): Promise<BundleData> {
  const shards = await Promise.all(
    shardPaths(manifest).map(async (path) =>
      (await get(fetchFile, new URL(path, folder))).arrayBuffer(),
    ),
  );
  return { manifest, shards };
}

async function readReference(
  fetchFile: Fetch,
  { reference }: ModelManifest,
  folder: URL,
): Promise<ReferenceFiles | null> {
  if (!reference) return null;
  const [cases, arrays] = await Promise.all([
    get(fetchFile, new URL(reference.cases, folder)).then((response) => response.text()),
    get(fetchFile, new URL(reference.arrays, folder)).then((response) => response.arrayBuffer()),
  ]);
  return { cases, arrays: new Uint8Array(arrays) };
}

/**
 * The models that the site brings along: `models/index.json` names their folders, each with `model.json`,
 * shards and a card. Weights are fetched when a model is read, not before.
 * @param base The page's address.
 * @throws CytoForgeError `io` or `corrupt` when a file cannot be read, or what `parseManifest` throws.
 */
export async function fetchDemoModels(
  base: URL,
  fetchFile: Fetch = (url) => fetch(url),
): Promise<LibraryModel[]> {
  const root = new URL('models/', base);
  const index = v.safeParse(INDEX, await getJson(fetchFile, new URL('index.json', root)));
  if (!index.success) {
    throw new CytoForgeError('corrupt', 'The list of models of this site cannot be read.', {
      where: root.pathname,
      found: index.issues[0].message,
    });
  }
  return Promise.all(
    index.output.models.map(async ({ path, role }) => {
      const folder = new URL(`${path}/`, root);
      const manifest = parseManifest(await getJson(fetchFile, new URL('model.json', folder)));
      const card = manifest.card
        ? await get(fetchFile, new URL(manifest.card, folder)).then((response) => response.text())
        : null;
      return {
        sha256: manifest.provenance.weightsSha256,
        manifest,
        role,
        origin: 'demo' as const,
        bytes: bundleBytes(manifest),
        card,
        read: () => readBundle(fetchFile, manifest, folder),
        readReference: () => readReference(fetchFile, manifest, folder),
      };
    }),
  );
}
