/** `npm run pictures`: takes the READMEs' screenshots of the built studio. */
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { chooseTool, clickMap, mapIsOpen } from '../acting/painter.ts';
import { visitedBefore } from '../acting/visited-before.ts';
import { serveBuild } from '../bench/serve-build.ts';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.ts';

const FOLDER = '.github/pictures';
const WORKSPACES = [
  'explore',
  'paint',
  'spots',
  'dataset',
  'benchmark',
  'tools',
  'models',
] as const;
const PICTURES = WORKSPACES.flatMap((workspace) => [
  { workspace, file: `${workspace}.png`, language: 'en' },
  { workspace, file: `${workspace}.zh-CN.png`, language: 'zh-CN' },
]);

/** What a person would have done before the picture: an empty room shows little. */
const BEFORE: Partial<Record<(typeof WORKSPACES)[number], (page: Page) => Promise<void>>> = {
  async paint(page) {
    await mapIsOpen(page);
    await chooseTool(page, 'select');
    await clickMap(page, { x: 100, y: 120 });
    await page.keyboard.press('Control+d');
  },
  async spots(page) {
    await page.getByTestId('empty-preset').click();
    await page.getByTestId('cluster-1').click();
  },
  async benchmark(page) {
    await page.getByTestId('bench-sample-set').click();
    await page.getByTestId('bench-run').click();
    await page
      .locator('[data-testid="bench-ready"][data-status="done"]')
      .waitFor({ timeout: 600_000 });
    await page.getByTestId('bench-tab-images').click();
    await page.getByTestId('bench-stage').locator('canvas').waitFor();
  },
  async tools(page) {
    await page.getByTestId('tool-augment').click();
    await page.getByTestId('tool-sample').click();
    await page.getByTestId('tool-row').first().waitFor({ timeout: 120_000 });
    await page.waitForTimeout(1500);
  },
};

const executablePath = ensureChromium();
const site = await serveBuild();
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
mkdirSync(FOLDER, { recursive: true });
for (const { workspace, file, language } of PICTURES) {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'dark',
    locale: language,
    storageState: visitedBefore(site.origin),
  });
  await page.goto(site.origin);
  await page.getByTestId('language').click();
  await page.getByTestId(`language-${language}`).click();
  await page
    .locator('[data-testid="sample-status"][data-status="done"]')
    .waitFor({ timeout: 120_000 });
  await page.getByTestId(`rail-${workspace}`).click();
  await page.locator('.workspace-waiting').waitFor({ state: 'detached' });
  await BEFORE[workspace]?.(page);
  // The strip and the style clusters are drawn after the sample.
  await page.waitForFunction(
    () => !document.querySelector('[data-status="waiting"], [data-status="busy"]'),
    undefined,
    { timeout: 120_000 },
  );
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(720, 3);
  await page.screenshot({ path: `${FOLDER}/${file}` });
  console.log(`${FOLDER}/${file}`);
}
await browser.close();
await site.close();
process.exit(0);
