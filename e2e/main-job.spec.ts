import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { exportSeeds, moveSlider, openStudio, sampleIsDone } from './acting/studio.ts';
import { largestDifference, readJson, readPng, unzip } from './reading/dataset-zip.ts';

interface DatasetManifest {
  version: number;
  bundles: { name: string; sha256: string; architecture: string }[];
  samples: {
    files: { mask: string; labels: string; image: string | null };
    recipe: { seed: number; psi: number; style: { mode: string; cluster: number } };
  }[];
}

interface Coco {
  images: { id: number; file_name: string; width: number; height: number }[];
  annotations: { image_id: number; area: number; bbox: number[]; iscrowd: number }[];
  categories: { id: number; name: string }[];
}

test('seeds to ZIP, and the same pixels from the command line', async ({ page }) => {
  await openStudio(page);

  await test.step('truncation changes the sample', async () => {
    const before = await page.getByTestId('psi-value').inputValue();
    await moveSlider(page, 'psi-slider', 'ArrowRight', 3);
    await expect(page.getByTestId('psi-value')).not.toHaveValue(before);
    await sampleIsDone(page);
  });

  await test.step('a style cluster is picked', async () => {
    await page.getByTestId('cluster-4').click();
    await sampleIsDone(page);
    await expect(page).toHaveURL(/cluster|style/);
  });

  const zip = await test.step('eight seeds are exported', () => exportSeeds(page, '3-10'));
  const files = unzip(zip);
  const manifest = readJson<DatasetManifest>(files, 'dataset.json');
  const coco = readJson<Coco>(files, 'annotations.coco.json');

  await test.step('every file is what the manifest says', () => {
    expect(manifest.samples.map((sample) => sample.recipe.seed)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(manifest.bundles.every((bundle) => /^[0-9a-f]{64}$/.test(bundle.sha256))).toBe(true);
    const listed = manifest.samples.flatMap(({ files: each }) =>
      [each.mask, each.labels, each.image].filter((name) => name !== null),
    );
    expect([...files.keys()].sort()).toEqual(
      [...listed, 'annotations.coco.json', 'dataset.json'].sort(),
    );
    expect(coco.images).toHaveLength(8);
    for (const [index, sample] of manifest.samples.entries()) {
      expect(sample.recipe.style).toMatchObject({ mode: 'cluster', cluster: 4 });
      const mask = readPng(files, sample.files.mask);
      const labels = readPng(files, sample.files.labels);
      const image = readPng(files, sample.files.image!);
      expect([mask.depth, labels.depth, image.depth]).toEqual([8, 16, 8]);
      expect([labels.width, labels.height]).toEqual([mask.width, mask.height]);
      expect([image.width, image.height]).toEqual([mask.width, mask.height]);
      const ids = new Set<number>();
      for (let i = 0; i < mask.data.length; i++) {
        if (mask.data[i] !== (labels.data[i] ? 255 : 0)) {
          throw new Error(`mask and labels disagree at pixel ${i} of ${sample.files.mask}`);
        }
        if (labels.data[i]) ids.add(labels.data[i]);
      }
      expect([...ids].sort((a, b) => a - b)).toEqual([...ids].map((_, i) => i + 1));
      const annotations = coco.annotations.filter(
        (each) => each.image_id === coco.images[index].id,
      );
      expect(annotations).toHaveLength(ids.size);
      const foreground = Array.from(mask.data).filter((value) => value === 255).length;
      expect(annotations.reduce((sum, each) => sum + each.area, 0)).toBe(foreground);
    }
    const bright = readPng(files, manifest.samples[0].files.image!);
    expect(Math.max(...Array.from(bright.data))).toBeGreaterThan(60);
  });

  await test.step('the command line makes the same pixels from the same recipes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cytoforge-'));
    const recipe = join(folder, 'dataset.json');
    const out = join(folder, 'again.zip');
    writeFileSync(recipe, files.get('dataset.json')!);
    execFileSync(
      'npx',
      ['tsx', 'src/cli/main.ts', 'generate', '--recipe', recipe, '--backend', 'wasm', '--out', out],
      { stdio: 'pipe' },
    );
    const again = unzip(new Uint8Array(readFileSync(out)));
    for (const sample of manifest.samples) {
      for (const name of [sample.files.mask, sample.files.labels]) {
        const difference = largestDifference(readPng(files, name).data, readPng(again, name).data);
        expect(difference, name).toBe(0);
      }
      const name = sample.files.image!;
      expect(
        largestDifference(readPng(files, name).data, readPng(again, name).data),
        name,
      ).toBeLessThanOrEqual(1);
    }
  });
});
