import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureChromium } from '../../running/chromium.ts';
import type { FullPage, ImportFigures, SampleFigures } from './full-page.ts';
import { browserMemory, largestMapping, peakOf, resetPeaks, sumOf } from './process-memory.ts';

/** Memory of a step in the browser, in bytes. */
export interface StepMemory {
  /** The page's process, which its workers share: the most there was. */
  pagePeak: number;
  /** All processes together: the sum of their peaks less what they had before, so at least what the step took. */
  grown: number;
}

/** A browser with a profile of its own on disk: in a private window the browser's storage is memory. */
async function withBrowser<Result>(
  folder: string,
  use: (context: BrowserContext, profile: string) => Promise<Result>,
): Promise<Result> {
  const profile = await mkdtemp(join(folder, 'profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    args: CHROMIUM_FLAGS,
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(0);
  try {
    return await use(context, profile);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function measured<Figures>(
  profile: string,
  step: () => Promise<Figures>,
): Promise<Figures & StepMemory> {
  const before = sumOf(browserMemory(profile), 'resident');
  resetPeaks(profile);
  const figures = await step();
  const after = browserMemory(profile);
  return { ...figures, pagePeak: peakOf(after, 'renderer'), grown: sumOf(after, 'peak') - before };
}

async function freshPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** What a model took in the browser, step by step; null for what was not done. */
export interface BrowserFigures {
  convert: ImportFigures & StepMemory;
  load: ({ seconds: number } & StepMemory) | null;
  /** `heap` is what WASM's memory has grown to. */
  sample: (SampleFigures & StepMemory & { heap: number }) | null;
}

/** Converts a file on disk as a person's drop does, then loads and runs it in a fresh page. */
export function inChromium(
  origin: string,
  folder: string,
  file: string,
  size: number | null,
): Promise<BrowserFigures> {
  return withBrowser(folder, async (context, profile) => {
    const url = `${origin}/e2e/bench/full/index.html`;
    const first = await freshPage(context, url);
    await first.locator('input').setInputFiles(file);
    const convert = await measured(profile, () =>
      first.evaluate(() => (globalThis as unknown as FullPage).importChosen()),
    );
    await first.close();
    if (size === null) return { convert, load: null, sample: null };
    const second = await freshPage(context, url);
    const load = await measured(profile, () =>
      second.evaluate(
        (sha256) => (globalThis as unknown as FullPage).loadStored(sha256),
        convert.sha256,
      ),
    );
    const sample = await measured(profile, () =>
      second.evaluate((side) => (globalThis as unknown as FullPage).makeSample(side), size || null),
    );
    return { convert, load, sample: { ...sample, heap: largestMapping(profile) } };
  });
}

/**
 * The studio as a person has it: from the drop of a snapshot to the first mask it draws.
 * @returns seconds.
 */
export function firstMask(origin: string, folder: string, file: string): Promise<number> {
  return withBrowser(folder, async (context) => {
    const page = await freshPage(context, origin);
    const sample = page.locator('[data-testid="sample-status"][data-status="done"]');
    await sample.waitFor();
    await page.getByTestId('rail-models').click();
    const started = performance.now();
    await page.getByTestId('drop-input').setInputFiles(file);
    const name = file.replace(/^.*\//, '').replace(/\.pkl$/, '');
    await page
      .locator('[data-testid="model-chip-mask"][data-status="ready"]', { hasText: name })
      .waitFor();
    await page.getByTestId('rail-explore').click();
    await sample.waitFor();
    return (performance.now() - started) / 1000;
  });
}
