/**
 * Layout: every workspace beside a committed picture of it. What networks draw, and numbers that change from run to run,
 * are covered; `npx playwright test e2e/layout.spec.ts --update-snapshots` takes the pictures again after a change that
 * is meant.
 */
import { expect, type Page, test } from '@playwright/test';
import { openStudio } from './acting/studio.ts';
import { fontsAreThere, LAYOUT_FONTS } from './running/fonts.ts';

const WORKSPACES = [
  'explore',
  'paint',
  'spots',
  'dataset',
  'benchmark',
  'tools',
  'models',
] as const;

/** Room for another rendering of the same letters, not for a panel in another place. */
const DIFFERENT_PIXELS = 0.02;

test.skip(!fontsAreThere(), 'The layouts were taken with DejaVu and Noto CJK, which are not here.');

test.beforeEach(({ page }) =>
  page.addInitScript(({ sans, mono }) => {
    addEventListener('DOMContentLoaded', () => {
      const { style } = document.documentElement;
      style.setProperty('--sans', sans);
      style.setProperty('--mono', mono);
    });
  }, LAYOUT_FONTS),
);

async function showLanguage(page: Page, language: string): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('cytoforge.language', chosen), language);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

async function isAsCommitted(page: Page, name: string): Promise<void> {
  await expect(page.locator('.workspace-waiting')).toHaveCount(0);
  await expect(page.locator('[data-status="waiting"], [data-status="busy"]')).toHaveCount(0);
  await page.mouse.move(720, 3);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await expect(page).toHaveScreenshot(`${name}.png`, {
    maxDiffPixelRatio: DIFFERENT_PIXELS,
    animations: 'disabled',
    mask: [
      page.locator('canvas'),
      page.getByTestId('device-chip'),
      page.getByTestId('sample-status'),
      page.locator('.estimate, .stage-chips, .storage'),
    ],
  });
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`every workspace is laid out as committed (${language})`, async ({ page }) => {
    await openStudio(page, '#seed=5&seeds=1-8&size=64x64');
    await showLanguage(page, language);
    for (const workspace of WORKSPACES) {
      await page.getByTestId(`rail-${workspace}`).click();
      await isAsCommitted(page, `${workspace}-${language}`);
    }
  });
}

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('has every workspace laid out as committed', async ({ page }) => {
    await openStudio(page, '#seed=5&seeds=1-8&size=64x64');
    for (const workspace of WORKSPACES) {
      await page.getByTestId(`rail-${workspace}`).click();
      await isAsCommitted(page, `${workspace}-phone`);
    }
  });
});
