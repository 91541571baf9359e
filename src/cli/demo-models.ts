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

/**
 * Folder of the demo model that is proposed for a role.
 * @throws CytoForgeError `io` when the package came without it.
 */
export async function demoModel(role: 'mask' | 'image' | 'spots'): Promise<string> {
  const models = join(packageFolder(), 'public', 'models');
  const index = await readFile(join(models, 'index.json'), 'utf8').catch(() => '{"models":[]}');
  const found = v.parse(indexSchema, JSON.parse(index)).models.find((model) => model.role === role);
  if (found) return join(models, found.path);
  throw new CytoForgeError('io', 'The demo models are not here.', {
    where: models,
    hint: `Name a model with --${role === 'spots' ? 'spot' : role}-model.`,
  });
}
