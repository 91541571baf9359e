import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { bytesSource } from '../src/checkpoints/byte-source.ts';
import { readStyleClusters } from '../src/checkpoints/style-clusters.ts';
import {
  exportSeeds,
  linkOf,
  openStudio,
  sampleIsDone,
  savedFile,
  viewPixels,
} from './acting/studio.ts';
import { largestDifference, readJson, readPng, unzip } from './reading/dataset-zip.ts';

const NUCLEI = 'src/pipeline/fixtures/nuclei/';
const IMAGE = `${NUCLEI}dsb_10328b822b.png`;
const MAP = `${NUCLEI}dsb_10328b822b_instances.png`;
const SMALL = '#seed=5&seeds=5&size=128x128';

interface StyledManifest {
  samples: {
    files: { image: string };
    recipe: {
      style: { cluster: number; palette: { name: string; centres: Record<string, number[][]> } };
    };
  }[];
}

/** Drops files on the window, as a person does from a file manager. */
async function dropOnPage(page: Page, paths: string[]): Promise<void> {
  const files = paths.map((path) => ({
    name: basename(path),
    base64: readFileSync(path).toString('base64'),
  }));
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: 'image/png' }));
    }
    return data;
  }, files);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByTestId('drop-target')).toContainText('take the styles');
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

async function stylesAreTaken(page: Page, summary: RegExp): Promise<void> {
  await expect(page.getByTestId('style-taking')).toHaveAttribute('data-status', 'done');
  await expect(page.getByTestId('style-summary')).toHaveText(summary);
  await sampleIsDone(page);
}

test('the styles of a dropped image paint the sample, here, after a reload, and on the command line', async ({
  page,
}) => {
  await openStudio(page, SMALL);
  const plain = await viewPixels(page, 'right');
  await dropOnPage(page, [IMAGE, MAP]);
  await stylesAreTaken(page, /^23 cells · 23 styles$/);
  await expect(page.getByTestId('palette-own')).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('cluster-7').click();
  await sampleIsDone(page);
  const painted = await viewPixels(page, 'right');
  expect(largestDifference(painted.rgba, plain.rgba)).toBeGreaterThan(5);

  await test.step("the model's own styles are one click away", async () => {
    await page.getByTestId('palette-model').click();
    await sampleIsDone(page);
    await page.getByTestId('palette-own').click();
    await page.getByTestId('cluster-7').click();
    await sampleIsDone(page);
    expect(largestDifference((await viewPixels(page, 'right')).rgba, painted.rgba)).toBe(0);
  });

  await test.step('a reload keeps it', async () => {
    await linkOf(page, /palette=.*cluster=7|cluster=7.*palette=/);
    await page.reload();
    await sampleIsDone(page);
    await expect(page.getByTestId('palette-own')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByTestId('cluster-7')).toHaveAttribute('aria-pressed', 'true');
    expect(largestDifference((await viewPixels(page, 'right')).rgba, painted.rgba)).toBe(0);
  });

  await test.step('an export has it, and the command line repeats it', async () => {
    const files = unzip(await exportSeeds(page, '5'));
    const { samples } = readJson<StyledManifest>(files, 'dataset.json');
    const { cluster, palette } = samples[0].recipe.style;
    expect({ cluster, name: palette.name }).toEqual({ cluster: 7, name: basename(IMAGE) });
    expect(palette.centres['1']).toHaveLength(23);
    const folder = mkdtempSync(join(tmpdir(), 'cytoforge-styles-'));
    writeFileSync(join(folder, 'dataset.json'), files.get('dataset.json')!);
    const line = ['--recipe', join(folder, 'dataset.json'), '--out', join(folder, 'again.zip')];
    execFileSync('npx', ['tsx', 'src/cli/main.ts', 'generate', ...line], { stdio: 'pipe' });
    const again = unzip(new Uint8Array(readFileSync(join(folder, 'again.zip'))));
    const name = samples[0].files.image;
    const apart = largestDifference(readPng(files, name).data, readPng(again, name).data);
    expect(apart).toBeLessThanOrEqual(1);
  });
});

test('several images become clusters that the original reads', async ({ page }) => {
  await openStudio(page, SMALL);
  const image = { mimeType: 'image/png', buffer: readFileSync(IMAGE) };
  await page.getByTestId('style-input').setInputFiles([
    { ...image, name: 'a.png' },
    { ...image, name: 'b.png' },
    { ...image, name: 'broken.png', buffer: image.buffer.subarray(0, 300) },
  ]);
  await stylesAreTaken(page, /^2 images · \d+ cells · 10 styles$/);
  await expect(page.getByTestId('style-taking')).toContainText('1 image was left out');
  const bytes = await savedFile(page, () => page.getByTestId('save-palette').click());
  const clusters = readStyleClusters(bytesSource('features_clustered_010.npy', bytes));
  expect(Object.values(clusters).map((centres) => centres.length)).toEqual([1, 10]);
});

test('what cannot give styles says why, and the page goes on', async ({ page }) => {
  await openStudio(page, SMALL);
  const input = page.getByTestId('style-input');
  await input.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('text') });
  await expect(page.getByTestId('style-error')).toContainText('a PNG, TIFF or JPEG image');
  await page.getByTestId('style-taking').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByTestId('style-taking')).toHaveCount(0);
  await page.getByTestId('cluster-2').click();
  await sampleIsDone(page);
});
