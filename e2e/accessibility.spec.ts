import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openStudio } from './acting/studio.ts';

const WORKSPACES = ['explore', 'paint', 'spots', 'dataset', 'tools', 'models'] as const;

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
