import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { decodeLabelPng } from '../imaging/decode-png.ts';
import { instanceStatistics } from '../imaging/instance-statistics.ts';
import { readIdMap } from '../imaging/read-id-map.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { runCommand } from './fixtures/run-command.ts';
import { registerGenerate } from './generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'cytoforge-plan-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  process.exitCode = undefined;
});

/** Masks of the demo model at its own size. */
const run = (out: string, ...args: string[]) =>
  runCommand(
    [registerGenerate],
    ...['generate', '--image-model', 'none', '--size', '64', '--trunc', '0.7'],
    ...args,
    ...['--out', at(out)],
  );

function readSet(name: string) {
  const files = unzipSync(readFileSync(at(name)));
  const manifest = JSON.parse(strFromU8(files['dataset.json'])) as {
    samples: { files: { labels: string }; recipe: SampleRecipe }[];
    rejected: { recipe: SampleRecipe }[];
  };
  const seeds = manifest.samples.map(({ recipe }) => recipe.seed);
  return { files, manifest, seeds };
}

describe('cytoforge generate with a plan', () => {
  it('rejects by gates, redraws, and repeats a set by the plan in its manifest', async () => {
    const gates = ['--cells', '5..', '--coverage', '..0.4', '--tries', '30'];
    const options = ['--seeds', '0-2', ...gates, '--psi-range', '0.5..0.9', '--report', 'en'];
    const first = await run('a.zip', ...options, '--layout', 'cellpose');
    expect(first.status).toBe(0);
    expect(first.stdout).toMatch(/rejected/);
    const { files, manifest, seeds } = readSet('a.zip');
    expect(manifest.rejected.length).toBeGreaterThan(0);
    for (const { files: names, recipe } of manifest.samples) {
      const objects = instanceStatistics(decodeLabelPng(files[names.labels]));
      expect(objects.length).toBeGreaterThanOrEqual(5);
      expect(recipe.psi).toBeGreaterThanOrEqual(0.5);
      expect(recipe.psi).toBeLessThanOrEqual(0.9);
    }
    expect(readIdMap(files['cellpose/000000_masks.tif'], 'masks').bits).toBe(16);
    expect(strFromU8(files['report.html'])).toContain('Rejected by the quality gates');

    writeFileSync(at('plan.json'), files['dataset.json']);
    await run('b.zip', '--plan', at('plan.json'));
    expect(readSet('b.zip').seeds).toEqual(seeds);
    expect(readSet('b.zip').files['objects.csv']).toEqual(files['objects.csv']);
  });

  it('names what is wrong in a plan, and says when nothing passed', async () => {
    writeFileSync(at('wrong.json'), JSON.stringify({ seeds: '1', gates: { cells: 3 } }));
    const wrong = await run('c.zip', '--plan', at('wrong.json'));
    expect(wrong.status).not.toBe(0);
    expect(wrong.stderr).toContain('gates.cells');
    const none = await run('d.zip', '--seeds', '1', '--cells', '5000..', '--tries', '2');
    expect(none.status).not.toBe(0);
    expect(none.stderr).toContain('No sample passed');
    const compare = await run('e.zip', '--seeds', '1', '--compare', at('x'));
    expect(compare.stderr).toContain('--report');
  });
});
