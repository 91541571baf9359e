import { basename, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { CytoForgeError, fromPlainError, type PlainError } from '../errors.ts';
import type { BackendInfo } from '../nn/backend/backend-info.ts';
import type { CaseOutcome } from '../parity/case-report.ts';
import type { ParityPage } from '../parity/parity-page.ts';
import type { ParityOptions } from '../parity/run-parity.ts';
import type { ReferenceCheck } from '../pipeline/self-test/check-reference.ts';
import { findChromium } from './find-chromium.ts';
import { goldenDirectory } from './golden-directory.ts';
import { outcomeQueue } from './outcome-queue.ts';
import { buildParityPage } from './parity-page-files.ts';
import { type Answer, startStaticServer } from './static-server.ts';

/** WebGPU headless needs these; SwiftShader stands in where there is no GPU. */
const FLAGS = ['--headless=new', '--no-sandbox', '--enable-unsafe-webgpu'];
const SOFTWARE_FLAG = '--use-webgpu-adapter=swiftshader';

/**
 * Answers for `/goldens/list` and `/goldens/file?path=…`: the folder's files, and those of its siblings,
 * which sidecars name as `../folder/file`.
 */
export function goldenAnswer(directory: string): (url: URL) => Promise<Answer> {
  const folder = goldenDirectory(directory);
  const root = resolve(directory, '..');
  return async (url) => {
    if (url.pathname === '/goldens/list') {
      return { type: 'application/json', body: JSON.stringify(await folder.list()) };
    }
    const path = url.searchParams.get('path') ?? '';
    if (!resolve(directory, path).startsWith(`${root}/`)) return null;
    return { type: 'application/octet-stream', body: await folder.read(path) };
  };
}

async function openBrowser(executablePath: string, software: boolean) {
  const { chromium } = await import('playwright-core');
  const args = software ? [...FLAGS, SOFTWARE_FLAG] : FLAGS;
  return chromium.launch({ executablePath, args });
}

function throwIfError(answer: { error?: PlainError }): void {
  if (answer.error) throw fromPlainError(answer.error);
}

/** How the browser is to be run. */
export interface ChromiumParityOptions extends ParityOptions {
  /**
   * Ask for SwiftShader, the software adapter, which every machine has.
   * @default true
   */
  software?: boolean;
  /** Told once the backend runs. */
  onStart?: (info: BackendInfo) => void;
}

/** What the page is asked to do once its backend runs; it tells its outcomes by `reportOutcome`. */
type PageJob = (page: Page) => Promise<{ error?: PlainError }>;

/** Opens the page on a folder in Chromium, starts WebGPU, and gives what the job tells. */
async function* outcomesOnPage<Outcome>(
  directory: string,
  { software = true, onStart }: Pick<ChromiumParityOptions, 'software' | 'onStart'>,
  job: PageJob,
): AsyncGenerator<Outcome> {
  const executable = findChromium();
  const pageFiles = await buildParityPage();
  const goldens = goldenAnswer(directory);
  const server = await startStaticServer((url) =>
    url.pathname.startsWith('/goldens/') ? goldens(url) : pageFiles.answer(url),
  );
  const browser = await openBrowser(executable, software);
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const queue = outcomeQueue<Outcome>();
    const crash = (found: string) =>
      queue.fail(new CytoForgeError('worker-crashed', 'The parity page crashed.', { found }));
    page.on('crash', () => crash(basename(executable)));
    page.on('pageerror', (error) => crash(error.message));
    await page.exposeFunction('reportOutcome', queue.push);
    await page.exposeFunction('reportCrash', crash);
    await page.goto(server.origin + pageFiles.path);
    const started = await page.evaluate(() => (globalThis as unknown as ParityPage).startParity());
    if ('error' in started) throw fromPlainError(started.error);
    onStart?.(started.info);
    job(page)
      .then((answer) => {
        throwIfError(answer);
        queue.end();
      })
      .catch(queue.fail);
    yield* queue.outcomes();
  } finally {
    await browser.close();
    await server.close();
    await pageFiles.remove();
  }
}

/**
 * Runs the cases of a folder on WebGPU in Chromium, in a worker, and gives each outcome as it is known.
 * @throws CytoForgeError `backend-unavailable` without Chromium or WebGPU; `worker-crashed`; what `runParity`
 * throws.
 */
export function chromiumParity(
  directory: string,
  options: ChromiumParityOptions = {},
): AsyncGenerator<CaseOutcome> {
  const { only, precision } = options;
  return outcomesOnPage(directory, options, (page) =>
    page.evaluate((run) => (globalThis as unknown as ParityPage).runParity(run), {
      only,
      precision,
    }),
  );
}

/** Runs the references of a bundle's folder likewise. @throws CytoForgeError also what `selfTestBundle` throws. */
export function chromiumSelfTest(
  directory: string,
  options: Pick<ChromiumParityOptions, 'software' | 'onStart'> = {},
): AsyncGenerator<ReferenceCheck> {
  return outcomesOnPage(directory, options, (page) =>
    page.evaluate(() => (globalThis as unknown as ParityPage).runSelfTest()),
  );
}
