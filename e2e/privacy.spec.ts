import { type Browser, expect, type Page, test } from '@playwright/test';
import { watchForeignTraffic } from './acting/foreign-traffic.ts';
import {
  dropFiles,
  exportSeeds,
  goToSeed,
  isKeptOffline,
  modelDraws,
  openStudio,
} from './acting/studio.ts';

// What keeps the studio for offline use may ask nobody else either.
test.use({ serviceWorkers: 'allow' });

/** Everything a person does, small. */
async function workThrough(page: Page): Promise<void> {
  await openStudio(page, '#seed=5&seeds=1-8&size=128x128');
  await goToSeed(page, 4);
  await dropFiles(page, ['src/checkpoints/fixtures/02_sg3_t64.pkl']);
  await modelDraws(page, 'mask', '02_sg3_t64');
  await dropFiles(page, ['src/checkpoints/fixtures/99_neg_malicious_nested.pkl']);
  await expect(page.getByTestId('import-error')).toBeVisible();
  await page.getByTestId('rail-explore').click();
  await exportSeeds(page, '7-8');
}

async function openWatched(browser: Browser, baseURL: string) {
  const traffic = await watchForeignTraffic(baseURL);
  const context = await browser.newContext({ baseURL, proxy: traffic.proxy });
  return { traffic, context, page: await context.newPage() };
}

test('no request leaves the origin', async ({ browser, baseURL }) => {
  const { traffic, context, page } = await openWatched(browser, baseURL!);
  const requests: URL[] = [];
  const sockets: string[] = [];
  context.on('request', (request) => requests.push(new URL(request.url())));
  page.on('websocket', (socket) => sockets.push(socket.url()));

  await workThrough(page);

  await test.step('all that was asked for is of this origin', async () => {
    const foreign = requests.filter(
      ({ origin, protocol }) => origin !== baseURL && protocol !== 'blob:' && protocol !== 'data:',
    );
    expect(foreign.map(String)).toEqual([]);
    expect(sockets).toEqual([]);
    expect(traffic.attempts).toEqual([]);
  });

  await test.step('and this test would have seen more', async () => {
    // Only the workers of the networks ask for WebAssembly.
    expect(requests.some(({ pathname }) => pathname.endsWith('.wasm'))).toBe(true);
    const elsewhere = await context.newPage();
    await elsewhere.goto('http://elsewhere.example/').catch(() => undefined);
    expect(traffic.attempts).toContainEqual('GET http://elsewhere.example/');
  });
  await context.close();
  traffic.close();
});

test('the page itself may ask nobody else', async ({ page }) => {
  await openStudio(page, '#seed=5&seeds=5&size=64x64');
  const refused = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective),
      );
    });
    await fetch('http://elsewhere.example/').catch(() => undefined);
    return violation;
  });
  expect(refused).toBe('connect-src');
});

test('the loaded page works without a network', async ({ page, context }) => {
  await openStudio(page, '#seed=5&seeds=5&size=64x64');
  await isKeptOffline(page);
  await context.setOffline(true);
  const reached = await page.evaluate(() => fetch('/not-kept').then(Boolean, () => false));
  expect(reached).toBe(false);
  await goToSeed(page, 6);
  await page.getByTestId('cluster-2').click();
  await dropFiles(page, ['src/checkpoints/fixtures/02_sg3_t64.pkl']);
  await modelDraws(page, 'mask', '02_sg3_t64');
  await exportSeeds(page, '7-8');
});
