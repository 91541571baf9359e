import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CytoForgeError } from '../../../src/errors.ts';
import { serveBuild } from '../serve-build.ts';
import { firstMask, inChromium } from './in-chromium.ts';
import { nodeStep } from './in-node.ts';
import { FULL_MODELS, type FullModel, writeModel } from './write-models.ts';

/** Side of the image that the image model makes. */
const IMAGE_SIZE = 1024;
/** The studio is opened with this one. */
const FIRST_MASK = 'stylegan3-t-256';

/** What the full bench has found, as `model.place.step.unit`. */
export type FullFigures = Record<string, number>;

type Row = (name: string, value: number) => void;

function sizeOf({ kind, runs }: FullModel): number | null {
  if (!runs) return null;
  return kind === 'image' ? IMAGE_SIZE : 0;
}

async function measureNode(model: FullModel, folder: string, bytes: number, row: Row) {
  const bundle = join(folder, 'bundle');
  const convert = await nodeStep('convert', join(folder, model.file), bundle);
  row('node.convert.seconds', convert.seconds);
  row('node.convert.peak.MB', convert.peakBytes / 1e6);
  row('node.convert.peak.ratio', convert.peakBytes / bytes);
  const size = sizeOf(model);
  if (size !== null) {
    const run = await nodeStep('run', bundle, String(size));
    row('node.load.seconds', run.loadSeconds);
    row('node.mask.seconds', run.maskSeconds);
    if (size > 0) row('node.image.seconds', run.imageSeconds);
    row('node.run.peak.MB', run.peakBytes / 1e6);
    row('node.run.peak.ratio', run.peakBytes / bytes);
  }
  await rm(bundle, { recursive: true });
}

async function measurePage(
  model: FullModel,
  folder: string,
  origin: string,
  bytes: number,
  row: Row,
) {
  const size = sizeOf(model);
  const { convert, load, sample } = await inChromium(
    origin,
    folder,
    join(folder, model.file),
    size,
  );
  row('page.convert.seconds', convert.seconds);
  row('page.convert.reports', convert.reports);
  row('page.convert.longestwait.seconds', convert.longestWait);
  row('page.convert.peak.MB', convert.pagePeak / 1e6);
  row('page.convert.peak.ratio', convert.pagePeak / bytes);
  row('page.convert.grown.MB', convert.grown / 1e6);
  row('page.convert.grown.ratio', convert.grown / bytes);
  if (!load || !sample) return;
  row('page.load.seconds', load.seconds);
  row('page.load.peak.MB', load.pagePeak / 1e6);
  row('page.load.peak.ratio', load.pagePeak / bytes);
  row('page.mask.seconds', sample.maskSeconds);
  if (size !== 0) row('page.image.seconds', sample.imageSeconds);
  row('page.tensors.MB', sample.tensorBytes / 1e6);
  row('page.heap.MB', sample.heap / 1e6);
  row('page.sample.peak.MB', sample.pagePeak / 1e6);
  row('page.sample.peak.ratio', sample.pagePeak / bytes);
}

/**
 * `npm run bench -- --full`: made-up models of the official sizes, written to a temporary folder, converted, loaded and
 * run once on WASM, in Node and in Chromium. Peaks of memory are those of a fresh process (Linux's VmHWM): Node's own,
 * and that of the page with its workers; `grown` adds what Chromium's other processes took.
 * @param only keys of the models to measure; all of them if empty
 * @throws CytoForgeError `unsupported` where there is no /proc.
 */
export async function runFull(only: readonly string[] = []): Promise<FullFigures> {
  if (process.platform !== 'linux') {
    throw new CytoForgeError('unsupported', 'The full bench reads peaks of memory from /proc.', {
      found: process.platform,
      expected: 'Linux',
    });
  }
  const figures: FullFigures = {};
  const folder = await mkdtemp(join(tmpdir(), 'cytoforge-full-'));
  const site = await serveBuild();
  try {
    for (const model of FULL_MODELS) {
      if (only.length > 0 && !only.includes(model.key)) continue;
      console.log(`\n${model.key}`);
      const row: Row = (name, value) => {
        figures[`${model.key}.${name}`] = value;
        console.log(`  ${name.padEnd(32)} ${Number(value.toPrecision(4))}`);
      };
      const bytes = await writeModel(model, folder);
      row('file.MB', bytes / 1e6);
      await measureNode(model, folder, bytes, row);
      await measurePage(model, folder, site.origin, bytes, row);
      const file = join(folder, model.file);
      if (model.key === FIRST_MASK) {
        row('studio.firstmask.seconds', await firstMask(site.origin, folder, file));
      }
      await rm(file);
    }
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
  return figures;
}
