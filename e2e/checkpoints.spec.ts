import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import {
  dropFiles,
  goToSeed,
  modelDraws,
  openStudio,
  sampleIsDone,
  viewPixels,
} from './acting/studio.ts';
import { largestDifference } from './reading/dataset-zip.ts';

const CHECKPOINTS = 'src/checkpoints/fixtures';
const GOLDENS = 'src/parity/fixtures/goldens';
const SNAPSHOT = `${CHECKPOINTS}/02_sg3_t32_cond.pkl`;

/** A file made in the test. */
function file(name: string, bytes: Uint8Array | string) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

async function dropModel(page: Page, files: string[]): Promise<void> {
  await dropFiles(page, files);
  await expect(page.getByTestId('import').last()).toHaveAttribute('data-status', 'done');
}

test('an official snapshot with classes opens, draws, and is kept', async ({ page }) => {
  await openStudio(page);
  await expect(page.getByTestId('class-select')).toHaveCount(0);
  const demo = await viewPixels(page, 'left');

  await test.step('dropped, it becomes the mask model', async () => {
    await dropModel(page, [SNAPSHOT]);
    await modelDraws(page, 'mask', '02_sg3_t32_cond');
    const mask = await viewPixels(page, 'left');
    expect(largestDifference(mask.rgba, demo.rgba)).toBeGreaterThan(0);
  });

  await test.step('its classes can be picked', async () => {
    // The raw network knows nothing of nuclei: Otsu finds a level that splits whatever it draws.
    await page.getByLabel('Otsu').click();
    await sampleIsDone(page);
    const first = await viewPixels(page, 'left');
    await page.getByTestId('class-select').click();
    await page.getByRole('option').nth(2).click();
    await expect(page).toHaveURL(/class=2/);
    await sampleIsDone(page);
    const third = await viewPixels(page, 'left');
    expect(largestDifference(third.rgba, first.rgba)).toBeGreaterThan(0);
  });

  await test.step('a reload keeps it', async () => {
    await page.reload();
    await modelDraws(page, 'mask', '02_sg3_t32_cond');
  });
});

test('official pix2pixHD checkpoints become image models', async ({ page }) => {
  await openStudio(page);

  await test.step('a generator alone draws', async () => {
    await dropModel(page, [`${GOLDENS}/03_p2p_global_latest_net_G.legacy.pth`]);
    await modelDraws(page, 'image', '03_p2p_global');
    const { rgba } = await viewPixels(page, 'right');
    expect(new Set(rgba.filter((_, i) => i % 4 === 0)).size).toBeGreaterThan(8);
    await expect(page.getByText('This image model has no style clusters.')).toBeVisible();
  });

  await test.step('an encoder alone is told to bring its generator', async () => {
    await dropFiles(page, [`${GOLDENS}/03_p2p_model_latest_net_E.pth`]);
    const error = page.getByTestId('import-error');
    await expect(error).toContainText('a pix2pixHD encoder');
    await expect(error).toContainText('Choose all files of the model together.');
    await expect(page.getByTestId('model-chip-image')).toContainText('03_p2p_global');
  });
});

test('hostile, damaged and foreign files are refused, and the models stay', async ({ page }) => {
  await openStudio(page);
  await dropModel(page, [SNAPSHOT]);
  await modelDraws(page, 'mask', '02_sg3_t32_cond');
  await goToSeed(page, 11);
  const before = [await viewPixels(page, 'left'), await viewPixels(page, 'right')];
  await page.getByTestId('rail-models').click();
  await page.getByTestId('import').getByRole('button').click();
  const cards = await page.getByTestId('model-card').count();

  const truncated = readFileSync(SNAPSHOT).subarray(0, 120_000);
  const cases: [what: string, files: Parameters<typeof dropFiles>[1], ...messages: string[]][] = [
    [
      'a pickle that calls exec deep inside',
      [`${CHECKPOINTS}/99_neg_malicious_nested.pkl`],
      'builtins.exec',
      'Nothing in the file was run.',
    ],
    [
      'a pickle that calls os.system',
      [`${CHECKPOINTS}/99_neg_malicious_os_system.pkl`],
      'posix.system',
      'Nothing in the file was run.',
    ],
    [
      'a .pth that calls os.system',
      [`${CHECKPOINTS}/99_neg_malicious.pth`],
      'system',
      'Nothing in the file was run.',
    ],
    [
      'a snapshot cut off on its way',
      [file('cut.pkl', truncated)],
      'cut.pkl ends too early',
      'Expected',
      'byte ',
    ],
    ['an empty file', [file('empty.pkl', '')], 'an empty file', 'a StyleGAN .pkl'],
    [
      'a web page saved as .pkl',
      [`${CHECKPOINTS}/99_neg_not_a_pickle.pkl`],
      'an HTML page',
      'download it again',
    ],
    ['a PNG', ['src/imaging/fixtures/one-bit.png'], 'a PNG image', 'a StyleGAN snapshot'],
    [
      'a network of another architecture',
      [`${CHECKPOINTS}/99_neg_unknown_persistent_class.pkl`],
      'MysteryGenerator',
    ],
    [
      'a ZIP with a path that climbs out',
      [file('climbing.zip', zipSync({ '../model.json': strToU8('{}') }))],
      'climbing.zip was refused',
      '"../model.json"',
    ],
    ['a ZIP bomb', [file('bomb.zip', bomb())], 'bomb.zip was refused', '4294967294 bytes'],
  ];
  for (const [what, files, ...messages] of cases) {
    await test.step(what, async () => {
      await dropFiles(page, files);
      const error = page.getByTestId('import-error');
      for (const message of messages) await expect(error).toContainText(message);
      await expect(page.getByTestId('model-card')).toHaveCount(cards);
      await page.getByTestId('import').getByRole('button').click();
      await expect(error).toHaveCount(0);
    });
  }

  await test.step('the models from before still draw the same', async () => {
    await modelDraws(page, 'mask', '02_sg3_t32_cond');
    await goToSeed(page, 12);
    await goToSeed(page, 11);
    const after = [await viewPixels(page, 'left'), await viewPixels(page, 'right')];
    expect(largestDifference(after[0].rgba, before[0].rgba)).toBe(0);
    expect(largestDifference(after[1].rgba, before[1].rgba)).toBe(0);
  });
});

/** A small ZIP that claims to unpack to 4 GiB. */
function bomb(): Uint8Array {
  const zip = zipSync({ 'model.json': new Uint8Array(1_000_000) });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = view.getUint32(zip.length - 22 + 16, true);
  const claimed = 0xfffffffe;
  view.setUint32(22, claimed, true);
  view.setUint32(directory + 24, claimed, true);
  return zip;
}
