import { defineConfig } from '@playwright/test';
import { visitedBefore } from './e2e/acting/visited-before.ts';
import { CHROMIUM_FLAGS, chromiumIfThere } from './e2e/running/chromium.ts';

/** Another one lets two checkouts run their browser tests side by side. */
const PORT = Number(process.env.CYTOFORGE_TEST_PORT ?? 4317);

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Every test runs networks on all cores: side by side they would only wait for each other.
  workers: 1,
  fullyParallel: false,
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  outputDir: 'test-results/browser',
  snapshotPathTemplate: 'e2e/layouts/{arg}{ext}',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    storageState: visitedBefore(`http://127.0.0.1:${PORT}`),
    // Routes of a test see nothing of what a service worker answers; offline.spec.ts lets it in.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    actionTimeout: 60_000,
    launchOptions: { executablePath: chromiumIfThere() ?? undefined, args: CHROMIUM_FLAGS },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}`,
    reuseExistingServer: false,
  },
});
