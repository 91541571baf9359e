/** Several pages of one browser, and what a browser refuses: nothing that a person kept is lost or mixed up. */
import { expect, type Page, test } from '@playwright/test';
import { dropFiles, modelDraws, openStudio } from './acting/studio.ts';

const SMALL = '#seed=5&seeds=1-4&size=64x64';
const SNAPSHOT = 'src/checkpoints/fixtures/02_sg3_t32_cond.pkl';

const note = (page: Page) => page.getByTestId('note');

test('what one tab keeps, the other has: samples and models', async ({ page, context }) => {
  await openStudio(page, SMALL);
  const second = await context.newPage();
  await openStudio(second, SMALL);

  await test.step('a note of the same sample, the later one stays', async () => {
    await note(page).fill('of the first tab');
    await note(page).press('Tab');
    await expect(note(second)).toHaveValue('of the first tab');
    await note(second).fill('of the second tab');
    await note(second).press('Tab');
    await expect(note(page)).toHaveValue('of the second tab');
    await page.reload();
    await expect(note(page)).toHaveValue('of the second tab');
  });

  await test.step('the same model opened in both is one model', async () => {
    for (const each of [page, second]) {
      await dropFiles(each, [SNAPSHOT]);
      await modelDraws(each, 'mask', '02_sg3_t32_cond');
    }
    await second.reload();
    await second.getByTestId('rail-models').click();
    const cards = second.getByTestId('model-card').filter({ hasText: '02_sg3_t32_cond' });
    await expect(cards).toHaveCount(1);
    await cards.getByRole('button', { name: 'Remove' }).click();
    await second.getByTestId('remove-question').getByRole('button', { name: 'Remove' }).click();
    await expect(cards).toHaveCount(0);
  });

  await test.step('the other tab draws on with it, and is told once it is gone for good', async () => {
    await page.getByTestId('rail-explore').click();
    await page.keyboard.press('ArrowRight');
    await modelDraws(page, 'mask', '02_sg3_t32_cond');
    await page.reload();
    await expect(page.getByTestId('notice')).toContainText('02_sg3_t32_cond');
    await modelDraws(page, 'mask', 'stylegan3-t-nuclei-64');
  });
});

test('a browser without room for a note says so, and the note stays in the page', async ({
  page,
}) => {
  await openStudio(page, SMALL);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await note(page).fill('x'.repeat(100_000));
  await note(page).press('Tab');
  const notice = page.getByTestId('notice');
  await expect(notice).toContainText('could not keep this sample');
  await expect(notice).toContainText('remove stored models');
  await expect(note(page)).toHaveValue(/^x{100}/);
});

test('a browser that refuses a file or a promise says what else there is', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('not here', 'NotAllowedError'));
    Object.assign(window, { showSaveFilePicker: refuse });
    StorageManager.prototype.persist = async () => false;
    StorageManager.prototype.persisted = async () => false;
  });
  await openStudio(page, SMALL);
  await page.getByTestId('export-open').click();
  await page.getByTestId('export-start-file').click();
  await expect(page.getByTestId('notice')).toContainText('save it as a download instead');
  await page.getByTestId('export-dialog').getByRole('button', { name: 'Close' }).click();
  await dropFiles(page, [SNAPSHOT]);
  await page.getByTestId('storage').getByRole('button').click();
  await expect(page.getByTestId('notice').last()).toContainText('keep the original files');
});
