import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { CytoForgeError } from '../errors.ts';

const indexSchema = v.object({
  models: v.array(v.object({ path: v.string(), role: v.string() })),
});

/** The package's folder, above the sources as above the built program. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

async function readIndex() {
  const models = join(packageFolder(), 'public', 'models');
  const index = await readFile(join(models, 'index.json'), 'utf8').catch(() => '{"models":[]}');
  return { models, entries: v.parse(indexSchema, JSON.parse(index)).models };
}

/** Folder of the segmentation model of an architecture that comes along; null when there is none. */
export async function demoSegmenter(architecture: string): Promise<string | null> {
  const { models, entries } = await readIndex();
  for (const { path, role } of entries) {
    if (role !== 'segmenter') continue;
    const manifest = JSON.parse(await readFile(join(models, path, 'model.json'), 'utf8'));
    if (manifest.architecture === architecture) return join(models, path);
  }
  return null;
}

/**
 * Folder of the demo model that is proposed for a role.
 * @throws CytoForgeError `io` when the package came without it.
 */
export async function demoModel(role: 'mask' | 'image' | 'spots'): Promise<string> {
  const { models, entries } = await readIndex();
  const found = entries.find((model) => model.role === role);
  if (found) return join(models, found.path);
  throw new CytoForgeError('io', 'The demo models are not here.', {
    where: models,
    hint: `Name a model with --${role === 'spots' ? 'spot' : role}-model.`,
  });
}
