import { expect, type Page, test } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { dropFiles, openStudio, sampleIsDone, viewPixels } from './acting/studio.ts';

const CHECKPOINTS = 'src/checkpoints/fixtures';
const GOLDENS = 'src/parity/fixtures/goldens';

/** A file made in the test. */
function file(name: string, bytes: Uint8Array | string) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

async function refusal(page: Page): Promise<string> {
  const error = page.getByTestId('import-error').last();
  await expect(error).toBeVisible();
  const text = (await error.textContent()) ?? '';
  await page.getByTestId('import').last().getByRole('button').first().click();
  await expect(page.getByTestId('import-error')).toHaveCount(0);
  return text;
}

test('an official snapshot with classes opens and draws', async ({ page }) => {
  await openStudio(page);
  await expect(page.getByTestId('class-select')).toHaveCount(0);
  await dropFiles(page, [`${CHECKPOINTS}/02_sg3_t32_cond.pkl`]);
  await expect(page.getByTestId('import').last()).toHaveAttribute('data-status', 'done');
  const card = page.getByTestId('model-card').filter({ hasText: '02_sg3_t32_cond' });
  if ((await card.getAttribute('data-in-use')) !== 'true') {
    await card.getByRole('button').last().click();
  }
  await expect(card).toHaveAttribute('data-in-use', 'true');
  await page.getByTestId('rail-explore').click();
  await expect(page.getByTestId('model-chip-mask')).toContainText('02_sg3_t32_cond');
  await sampleIsDone(page);
  await expect(page.getByTestId('class-select')).toBeVisible();

  await test.step('it is still there after a reload', async () => {
    await page.reload();
    await sampleIsDone(page);
    await expect(page.getByTestId('model-chip-mask')).toContainText('02_sg3_t32_cond');
  });
});

test('an official pix2pixHD generator opens as an image model', async ({ page }) => {
  await openStudio(page);
  await dropFiles(page, [`${GOLDENS}/03_p2p_global_latest_net_G.legacy.pth`]);
  await expect(page.getByTestId('import').last()).toHaveAttribute('data-status', 'done');
  await expect(
    page.getByTestId('model-card').filter({ hasText: '03_p2p_global' }).first(),
  ).toContainText('pix2pixHD');
});

test('hostile, damaged and foreign files are refused, and the models stay', async ({ page }) => {
  await openStudio(page);
  const before = await viewPixels(page, 'left');
  await page.getByTestId('rail-models').click();
  const cards = await page.getByTestId('model-card').count();

  const cases: [string, Parameters<typeof dropFiles>[1], RegExp][] = [
    ['a pickle that calls exec', [`${CHECKPOINTS}/99_neg_malicious_nested.pkl`], /builtins\.exec/],
    ['a pickle that calls os.system', [`${CHECKPOINTS}/99_neg_malicious_os_system.pkl`], /system/],
    ['a hostile .pth', [`${CHECKPOINTS}/99_neg_malicious.pth`], /system/],
    ['a truncated snapshot', [`${CHECKPOINTS}/99_neg_truncated_60pct.pkl`], /ends too early|byte/],
    ['a page saved as .pkl', [`${CHECKPOINTS}/99_neg_not_a_pickle.pkl`], /HTML|not a/i],
    ['an empty file', [file('empty.pkl', '')], /empty/],
    [
      'an unknown network',
      [`${CHECKPOINTS}/99_neg_unknown_persistent_class.pkl`],
      /MysteryGenerator/,
    ],
    [
      'a ZIP with a path that climbs out',
      [file('climbing.zip', zipSync({ '../model.json': strToU8('{}') }))],
      /\.\./,
    ],
    ['a ZIP bomb', [file('bomb.zip', bomb())], /bomb|large|bytes|MB|GB/i],
  ];
  for (const [what, files, message] of cases) {
    await test.step(what, async () => {
      await dropFiles(page, files);
      expect(await refusal(page)).toMatch(message);
      await expect(page.getByTestId('model-card')).toHaveCount(cards);
    });
  }

  await page.getByTestId('rail-explore').click();
  await sampleIsDone(page);
  expect(await viewPixels(page, 'left')).toEqual(before);
});

/** A small ZIP whose manifest claims to unpack to 4 GiB less one byte. */
function bomb(): Uint8Array {
  const zip = zipSync({ 'model.json': new Uint8Array(1_000_000) });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  const directory = view.getUint32(end + 16, true);
  view.setUint32(22, 0xfffffffe, true);
  view.setUint32(directory + 24, 0xfffffffe, true);
  return zip;
}
