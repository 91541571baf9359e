import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseManifest } from '../checkpoints/bundle/parse-manifest.ts';
import { hashedWeights } from '../checkpoints/segmenters/mesmer/fixtures/hashed-weights.ts';
import { NARROW_MESMER } from '../checkpoints/segmenters/mesmer/fixtures/narrow-configs.ts';
import { graphName, tfjsFiles } from '../checkpoints/tfjs/fixtures/tfjs-files.ts';
import { registerConvert } from './convert.ts';
import { runCommand } from './fixtures/run-command.ts';
import { registerInspect } from './inspect.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mesmer-'));
  const files = tfjsFiles(hashedWeights(NARROW_MESMER), {
    format: 'graph-model',
    rename: graphName,
  });
  for (const file of files) {
    writeFileSync(join(folder, basename(file.name)), file.read(0, file.size));
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

it('converts a folder of tensorflowjs_converter into a bundle named after it', async () => {
  const out = join(folder, 'bundle');
  const { status, stdout } = await runCommand([registerConvert], 'convert', folder, '--out', out);
  expect(status).toBe(0);
  expect(stdout).toContain(`${basename(folder)} (mesmer, float16)`);
  const manifest = parseManifest(JSON.parse(readFileSync(join(out, 'model.json'), 'utf8')));
  expect(manifest).toMatchObject({ architecture: 'mesmer', config: NARROW_MESMER });
});

it('inspects it under the names of the file', async () => {
  const { stdout } = await runCommand([registerInspect], 'inspect', folder, '--json');
  const [report] = JSON.parse(stdout);
  expect(report).toMatchObject({ kind: 'mesmer of TensorFlow.js', config: NARROW_MESMER });
  const names = report.tensors.map(({ name }: { name: string }) => name);
  expect(names).toContain(graphName('conv1_conv/kernel'));
});
