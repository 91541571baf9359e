import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureChromium } from '../../running/chromium.ts';
import { median, quantile } from '../median.ts';
import type { EditingPage, EditTimes } from './editing-page.ts';

/** What the overhead may be at most, as the project wants it. */
const GOAL = 0.15;

/**
 * Editing in the studio itself: from the end of a stroke to the new image beside the plain forward time of the network,
 * taken in turns, and what a segment of a brush takes of the page.
 */
export async function runEditing(
  origin: string,
  { runs, size }: { runs: number; size: number },
): Promise<Record<string, number>> {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: CHROMIUM_FLAGS,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`${origin}/e2e/bench/editing/index.html`);
    await page.evaluate((side) => (globalThis as unknown as EditingPage).openStudio(side), size);
    const timeEdit = (run: number) =>
      page.evaluate((at) => (globalThis as unknown as EditingPage).timeEdit(at), run);
    await timeEdit(runs);
    const times: EditTimes[] = [];
    for (let run = 0; run < runs; run++) times.push(await timeEdit(run));
    const of = (stage: keyof EditTimes) => median(times.map((each) => each[stage]));
    const overhead = of('dab') / of('forward') - 1;
    const ink = await page.evaluate(() => (globalThis as unknown as EditingPage).timeInk(6));
    const figures = {
      'edit.forward.seconds': of('forward') / 1000,
      'edit.dab.seconds': of('dab') / 1000,
      'edit.around.ms': of('around'),
      'edit.stroke.seconds': of('stroke') / 1000,
      'edit.end.ms': of('end'),
      'edit.overhead': overhead,
      'ink.segment.ms': median(ink.segments),
      'ink.segment.p95.ms': quantile(ink.segments, 0.95),
      'ink.end.ms': median(ink.ends),
    };
    console.log(
      `\nEditing in the studio, WASM, ${size}×${size}, medians of ${runs} in alternation`,
    );
    for (const [name, value] of Object.entries(figures)) {
      console.log(`    ${name.padEnd(22)} ${Number(value.toPrecision(4))}`);
    }
    const verdict = overhead < GOAL ? 'within' : 'beyond';
    console.log(`  ${(100 * overhead).toFixed(1)} % over the network alone: ${verdict} 15 %`);
    return figures;
  } finally {
    await browser.close();
  }
}
