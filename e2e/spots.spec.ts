import { expect, type Locator, type Page, test } from '@playwright/test';
import { exportSeeds, openStudio, sampleIsDone, savedFile } from './acting/studio.ts';
import { readDataset, readPng } from './reading/dataset-zip.ts';

const SMALL = '#workspace=spots&seed=5&seeds=5&size=64x64';

/** What of a spots recipe the tests look at. */
interface ReadSpots {
  seed: number;
  clusters: { x: number; y: number; count: number; sigmaMajor: number; sigmaMinor: number }[];
}

/** The spots as the link has them, once it has any. */
async function spotsOfLink(page: Page, has: (spots: ReadSpots) => boolean): Promise<ReadSpots> {
  const read = () => {
    const text = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('spots');
    return text ? (JSON.parse(text) as ReadSpots) : null;
  };
  await expect.poll(() => has(read() ?? { seed: -1, clusters: [] })).toBe(true);
  return read()!;
}

/** Grey levels of a layer of the sample. */
async function layerLevels(page: Page, layer: string): Promise<number[]> {
  await page.getByTestId('spots-left').locator(`[data-value="${layer}"]`).click();
  return page.getByTestId(`layer-${layer}`).evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height).getContext('2d');
    copy?.drawImage(element as HTMLCanvasElement, 0, 0);
    const rgba = copy?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    return Array.from({ length: width * height }, (_, at) => rgba[4 * at]);
  });
}

async function countIs(page: Page, count: number): Promise<void> {
  await expect(page.getByTestId('spot-count')).toHaveAttribute('data-count', String(count));
}

async function dragBy(page: Page, handle: Locator, dx: number, dy: number): Promise<void> {
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  await page.mouse.up();
}

function mean(levels: number[]): number {
  return levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

test('the preset is added, its handles change it, undo takes it back, a reload keeps it', async ({
  page,
}) => {
  await openStudio(page, SMALL);
  await expect(page.getByTestId('spots-empty')).toBeVisible();
  await page.getByTestId('empty-preset').click();
  await countIs(page, 210);
  await page.getByTestId('cluster-1').click();
  const before = (await spotsOfLink(page, ({ clusters }) => clusters.length === 5)).clusters[1];

  await test.step('the centre moves it', async () => {
    await dragBy(page, page.getByTestId('handle-centre'), 60, 40);
    // The address follows while the handle is still moving.
    const { clusters } = await spotsOfLink(page, ({ clusters: [, one] }) => one.x > before.x + 5);
    expect(clusters[1]).toMatchObject({ sigmaMajor: before.sigmaMajor, count: 50 });
    expect(clusters[1].y).toBeGreaterThan(before.y + 3);
  });

  await test.step('the end of an axis stretches it', async () => {
    await dragBy(page, page.getByTestId('handle-across'), 8, 40);
    const { clusters } = await spotsOfLink(page, ({ clusters: [, one] }) => {
      return one.sigmaMinor > before.sigmaMinor + 1;
    });
    expect(clusters[1].sigmaMajor).toBe(before.sigmaMajor);
    await countIs(page, 210);
  });

  await test.step('keys move, stretch and turn it', async () => {
    await page.getByTestId('cluster-shape-1').focus();
    const words = page.getByTestId('cluster-in-words');
    const said = await words.textContent();
    for (const key of ['ArrowLeft', 'Alt+ArrowRight', 'r']) await page.keyboard.press(key);
    await expect(words).not.toHaveText(said ?? '');
    await page.getByTestId('cluster-count-1').fill('70');
    await page.getByTestId('cluster-count-1').press('Enter');
    await countIs(page, 230);
  });

  await test.step('undo goes back to the preset', async () => {
    await page.getByTestId('cluster-shape-1').focus();
    while (await page.getByTestId('spots-redo').isEnabled()) await page.keyboard.press('Control+y');
    for (let i = 0; i < 6; i++) await page.keyboard.press('Control+z');
    const { clusters } = await spotsOfLink(page, ({ clusters: [, one] }) => one.x === before.x);
    expect(clusters[1]).toEqual(before);
    await countIs(page, 210);
  });

  await test.step('the link keeps it', async () => {
    await sampleIsDone(page);
    const light = await layerLevels(page, 'light');
    await page.reload();
    await sampleIsDone(page);
    await countIs(page, 210);
    expect(await layerLevels(page, 'light')).toEqual(light);
  });
});

test('the spot model gives light where points are, and the microscope blurs and grains it', async ({
  page,
}) => {
  await openStudio(page, SMALL);
  await page.getByTestId('empty-preset').click();
  await page.locator('.inspector [data-value="model"]').click();
  await sampleIsDone(page);
  const points = await layerLevels(page, 'points');
  const light = await layerLevels(page, 'light');
  const marked = mean(light.filter((_, at) => points[at] > 0));
  expect(marked).toBeGreaterThan(3 * mean(light.filter((_, at) => points[at] === 0)));

  await test.step('physical', async () => {
    const plain = await layerLevels(page, 'composite');
    await page.getByTestId('composite-mode').click();
    await page.getByRole('option', { name: 'Physical' }).click();
    await expect(page.getByTestId('optics-preset')).toContainText('Confocal');
    await sampleIsDone(page);
    const seen = await layerLevels(page, 'composite');
    const cells = await layerLevels(page, 'cells');
    const changed = seen.filter((level, at) => level !== plain[at]).length;
    expect(changed).toBeGreaterThan(seen.length / 2);
    expect(mean(seen)).toBeGreaterThan(mean(cells));
  });
});

test('an export has every spot, and the table and the mask say the same', async ({ page }) => {
  await openStudio(page, SMALL);
  await page.getByTestId('add-scatter').click();
  await page.getByTestId('add-scatter-nuclei').click();
  await expect(page.getByTestId('nuclei-guessed')).toBeVisible();
  await page.getByTestId('add-cluster').click();
  await sampleIsDone(page);
  await page.getByTestId('spots-table-toggle').click();
  await page.getByTestId('spot-0').click();
  const saved = await savedFile(page, () => page.getByTestId('spots-csv').click());

  const { files, manifest } = readDataset(await exportSeeds(page, '4-6'));
  expect(manifest.samples.length).toBe(3);
  const tables = manifest.samples.map(({ files: names }) => {
    const text = new TextDecoder().decode(files.get(names.spotTable ?? ''));
    const [head, ...lines] = text.trimEnd().split('\n');
    expect(head).toBe('x,y,radius,intensity,cell');
    const mask = readPng(files, names.spots ?? '');
    const labels = readPng(files, names.labels);
    for (const line of lines) {
      const [x, y, , , cell] = line.split(',').map(Number);
      const at = Math.round(y) * mask.width + Math.round(x);
      expect(mask.data[at]).toBe(255);
      expect(labels.data[at]).toBe(cell);
    }
    expect(lines.length).toBeGreaterThanOrEqual(40);
    return text;
  });
  expect(new Set(tables).size).toBe(3);
  expect(new TextDecoder().decode(saved)).toBe(tables[1]);
});
