/** `npm run pictures`: takes the READMEs' screenshots of the built studio. */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { visitedBefore } from '../acting/visited-before.ts';
import { serveBuild } from '../bench/serve-build.ts';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.ts';

const FOLDER = '.github/pictures';
const PICTURES = [
  { file: 'explore.png', language: 'en' },
  { file: 'explore.zh-CN.png', language: 'zh-CN' },
];

const executablePath = ensureChromium();
const site = await serveBuild();
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
mkdirSync(FOLDER, { recursive: true });
for (const { file, language } of PICTURES) {
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
