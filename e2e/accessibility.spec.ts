import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { dropFiles, openStudio } from './acting/studio.ts';

const WORKSPACES = [
  'explore',
  'paint',
  'spots',
  'dataset',
  'benchmark',
  'tools',
  'models',
] as const;

/** What axe finds that keeps a person from the page, and where. */
async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['dark', 'light'] as const) {
  test(`axe finds nothing serious in any workspace (${theme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.addInitScript((chosen) => {
      localStorage.setItem('cytoforge.theme', chosen);
    }, theme);
    await openStudio(page, '#seeds=1-4&size=64x64');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const workspace of WORKSPACES) {
      await page.getByTestId(`rail-${workspace}`).click();
      await expect(page.getByTestId(`rail-${workspace}`)).toHaveAttribute('aria-current', 'page');
      await expect(page.locator('.workspace-waiting')).toHaveCount(0);
      expect([workspace, await seriousFindings(page)]).toEqual([workspace, []]);
    }
    await page.getByTestId('rail-explore').click();
    for (const [dialog, open] of [
      ['the shortcuts', () => page.keyboard.press('?')],
      ['the export', () => page.getByTestId('export-open').click()],
    ] as const) {
      await open();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect([dialog, await seriousFindings(page)]).toEqual([dialog, []]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

test('axe finds nothing serious in menus, the tour, a comparison and a sheet', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openStudio(page, '#seed=5&seeds=5&size=64x64');
  const isClean = async (what: string) =>
    expect([what, await seriousFindings(page)]).toEqual([what, []]);
  for (const menu of [
    'device-chip',
    'model-chip-mask',
    'language',
    'theme',
    'help',
    'display-open',
    'latent-menu',
  ]) {
    await page.getByTestId(menu).first().click();
    await isClean(menu);
    await page.keyboard.press('Escape');
  }
  await page.getByTestId('help').click();
  await page.getByTestId('help-tour').click();
  for (const step of ['1 of 3', '2 of 3', '3 of 3']) {
    await expect(page.getByTestId('tour')).toContainText(step);
    await isClean(`the tour, ${step}`);
    if (step !== '3 of 3') await page.getByTestId('tour-next').click();
  }
  await page.getByTestId('tour-skip').click();

  await dropFiles(page, ['src/checkpoints/fixtures/02_sg3_t64.pkl']);
  await dropFiles(page, ['src/checkpoints/fixtures/99_neg_malicious_nested.pkl']);
  await expect(page.getByTestId('import-error')).toBeVisible();
  await page.getByTestId('compare-open').click();
  await expect(page.getByTestId('compare-dialog')).toBeVisible();
  await isClean('the comparison');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('compare-dialog')).toHaveCount(0);
  await isClean('a refused file');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByTestId('rail-paint').click();
  await page.getByTestId('rail-adjust').click();
  await isClean('a sheet on a phone');
});
