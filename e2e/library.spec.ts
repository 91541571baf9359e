import { expect, type Page, test } from '@playwright/test';
import { damagedCheckpoints } from '../src/checkpoints/fixtures/damaged-checkpoints.ts';
import { bundleWithCard, chosenFiles, largeGenerator } from './acting/made-models.ts';
import { dropFiles, modelDraws, openStudio } from './acting/studio.ts';

const SNAPSHOT = 'src/checkpoints/fixtures/02_sg3_t32_cond.pkl';
const DEMO = 'stylegan3-t-nuclei-64';

const imports = (page: Page) => page.getByTestId('import');
const card = (page: Page, name: string) => page.getByTestId('model-card').filter({ hasText: name });

test('opened models are listed with the room they take, and removed when told twice', async ({
  page,
}) => {
  await openStudio(page);
  await page.getByTestId('rail-models').click();
  const storage = page.getByTestId('storage');
  await expect(storage).toContainText('No opened models yet');
  await dropFiles(page, [SNAPSHOT]);
  await modelDraws(page, 'mask', '02_sg3_t32_cond');
  await expect(page).toHaveURL(/02_sg3_t32_cond/);
  // The address follows a moment later: it may still name the workspace that was left.
  await expect(page).not.toHaveURL(/workspace=/);
  const link = page.url();

  await test.step('what is kept and what is free is said', async () => {
    await page.getByTestId('rail-models').click();
    await expect(storage).toHaveAttribute('data-place', 'browser');
    await expect(storage).toContainText(/1 opened model, \d+ kB/);
    await expect(storage).toContainText(/\d+ GB free/);
  });

  await test.step('its tensors, configuration and training are there to unfold', async () => {
    await card(page, '02_sg3_t32_cond').getByRole('button').first().click();
    const tensors = page.getByTestId('model-tensors');
    await expect(tensors).toContainText('60 tensors');
    await tensors.locator('summary').click();
    await expect(tensors.getByRole('row', { name: /mapping\.fc0\.weight float32/ })).toBeVisible();
    const config = page.getByTestId('model-config');
    await config.locator('summary').click();
    await expect(config).toContainText('imgResolution');
    await expect(config.getByRole('columnheader', { name: 'inChannels' })).toBeVisible();
  });

  await test.step('removing asks first', async () => {
    await card(page, '02_sg3_t32_cond').getByRole('button', { name: 'Remove' }).click();
    const question = page.getByTestId('remove-question');
    await expect(question).toContainText('It is in use.');
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toHaveCount(0);
    await expect(card(page, '02_sg3_t32_cond')).toHaveCount(1);
  });

  await test.step('removed, the demo takes its place, in the link too', async () => {
    await card(page, '02_sg3_t32_cond').getByRole('button', { name: 'Remove' }).click();
    await page.getByTestId('remove-question').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByTestId('notice')).toContainText(`${DEMO} is in use now`);
    await expect(card(page, '02_sg3_t32_cond')).toHaveCount(0);
    await modelDraws(page, 'mask', DEMO);
    await expect(page).not.toHaveURL(/02_sg3_t32_cond/);
    await page.getByTestId('rail-models').click();
    await expect(storage).toContainText('No opened models yet');
  });

  await test.step('an old link says that its model is not here', async () => {
    await page.goto('about:blank');
    await openStudio(page, link.slice(link.indexOf('#')));
    await expect(page.getByTestId('notice')).toContainText('02_sg3_t32_cond');
    await modelDraws(page, 'mask', DEMO);
  });
});

test('a dropped bundle keeps its card, also after a reload', async ({ page }) => {
  await openStudio(page);
  const zip = await bundleWithCard('carded', '# Nuclei of nobody\n\nMade **for a test**.');
  await dropFiles(page, [{ name: 'carded.zip', mimeType: 'application/zip', buffer: zip }]);
  await modelDraws(page, 'mask', 'carded');
  await page.reload();
  await modelDraws(page, 'mask', 'carded');
  await page.getByTestId('rail-models').click();
  await card(page, 'carded').getByRole('button').first().click();
  await expect(page.getByRole('heading', { name: 'Nuclei of nobody' })).toBeVisible();
  await page.getByTestId('model-training').locator('summary').click();
  await expect(page.getByTestId('model-training')).toContainText('use_labels');
});

test('imports run side by side, wait for each other, and can be cancelled', async ({ page }) => {
  await openStudio(page);
  await page.getByTestId('rail-models').click();
  const cards = page.getByTestId('model-card');
  await expect(cards.first()).toBeVisible();
  const before = await cards.count();
  await dropFiles(page, [await largeGenerator()]);
  await dropFiles(page, [SNAPSHOT]);
  const [large, small] = [imports(page).first(), imports(page).last()];
  await expect(small).toHaveAttribute('data-status', 'waiting');
  await expect(large).toHaveAttribute('data-status', 'converting');
  await large.getByRole('button', { name: 'Cancel' }).click();
  await expect(large).toHaveAttribute('data-status', 'cancelled');
  await expect(small).toHaveAttribute('data-status', 'done');
  await expect(cards).toHaveCount(before + 1);
  await expect(page.getByTestId('import-error')).toHaveCount(0);
});

/** Runs `script` in the worker that reads checkpoints, before its own. */
async function changeWorker(page: Page, script: string): Promise<void> {
  await page.route(/checkpoint\.worker.*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script}\n${await response.text()}` });
  });
}

test('a model that will not fit is refused before it is converted', async ({ page }) => {
  await changeWorker(
    page,
    'StorageManager.prototype.estimate = async () => ({ quota: 9000, usage: 4000 });',
  );
  await openStudio(page);
  await dropFiles(page, [SNAPSHOT]);
  const error = page.getByTestId('import-error');
  await expect(error).toHaveAttribute('data-code', 'no-space');
  await expect(error).toContainText('too little space for this model');
  await expect(error).toContainText('Remove stored models');
});

test('a browser that runs full while a model is written ends in a message', async ({ page }) => {
  await openStudio(page);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 5000 });
  await dropFiles(page, [SNAPSHOT]);
  const error = page.getByTestId('import-error');
  await expect(error).toHaveAttribute('data-code', 'no-space');
  await expect(error).toContainText('no space left');
  await modelDraws(page, 'mask', DEMO);
});

test('where the browser keeps nothing, the page says so and works', async ({ page }) => {
  // As in private windows: there is no file system for the worker.
  await changeWorker(page, 'StorageManager.prototype.getDirectory = undefined;');
  await openStudio(page);
  await dropFiles(page, [SNAPSHOT]);
  await modelDraws(page, 'mask', '02_sg3_t32_cond');
  await page.getByTestId('rail-models').click();
  const storage = page.getByTestId('storage');
  await expect(storage).toHaveAttribute('data-place', 'page');
  await expect(storage).toContainText('gone when the tab closes');
});

test('every wrong checkpoint is told apart, in both languages', async ({ page }) => {
  await openStudio(page);
  const error = page.getByTestId('import-error');
  for (const { what, files, message, details, code } of damagedCheckpoints()) {
    await test.step(what, async () => {
      await dropFiles(page, chosenFiles(files));
      await expect(error).toHaveAttribute('data-code', code);
      for (const part of [message, ...Object.values(details)]) {
        await expect(error).toContainText(part);
      }
      await imports(page).getByRole('button').click();
    });
  }
  await test.step('in Chinese', async () => {
    await page.getByTestId('language').click();
    await page.getByTestId('language-zh-CN').click();
    await dropFiles(page, chosenFiles(damagedCheckpoints()[0].files));
    await expect(error).toContainText('缺少张量或形状不符');
    await expect(error).toContainText('latest_net_G.pth 中的张量与网络不符。');
    await expect(error).toContainText('没有这个张量');
  });
});
