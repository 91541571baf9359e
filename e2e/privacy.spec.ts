import { expect, test } from '@playwright/test';
import { dropFiles, exportSeeds, goToSeed, openStudio } from './acting/studio.ts';

test('no request leaves the origin, and the loaded page needs no network', async ({
  page,
  context,
  baseURL,
}) => {
  const foreign: string[] = [];
  const requests: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    requests.push(request.url());
    const stays = url.protocol === 'blob:' || url.protocol === 'data:' || url.origin === baseURL;
    if (!stays) foreign.push(request.url());
  });
  page.on('websocket', (socket) => foreign.push(socket.url()));

  await openStudio(page);
  await goToSeed(page, 4);
  await dropFiles(page, ['src/checkpoints/fixtures/02_sg3_t64.pkl']);
  await expect(page.getByTestId('import').last()).toHaveAttribute('data-status', 'done');
  await page.getByTestId('rail-explore').click();

  await test.step('offline', async () => {
    await context.setOffline(true);
    await goToSeed(page, 6);
    await exportSeeds(page, '7-8');
  });
  expect(requests.length).toBeGreaterThan(10);
  expect(foreign).toEqual([]);
});
