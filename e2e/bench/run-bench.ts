/**
 * `npm run bench`: the demo pair on every backend there is here; with `--full`, models of the official sizes; with
 * `--export N`, a data set of N small pairs and what it does to memory.
 * Figures go to the terminal and, with `--json FILE`, to one flat object.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runEditing } from './editing/run-editing.ts';
import { runFull } from './full/run-full.ts';
import { runDemo } from './run-demo.ts';

import { runExport } from './run-export.ts';
import { serveBuild } from './serve-build.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    full: { type: 'boolean', default: false },
    /** So many pairs. */
    export: { type: 'string' },
    /** With `--full`: only this model, e.g. `pix2pixhd-global`; may be given more than once. */
    only: { type: 'string', multiple: true, default: [] },
    /** Only editing: from the end of a stroke to its image, and from the pointer to ink. */
    editing: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    /** SwiftShader needs a minute for a 256-pixel image: WebGPU is measured at this size. */
    'webgpu-size': { type: 'string', default: '64' },
    size: { type: 'string', default: '256' },
  },
});

async function runEditingAlone(): Promise<Record<string, number>> {
  const site = await serveBuild();
  try {
    const { runs, size } = options;
    return await runEditing(site.origin, { runs: Number(runs), size: Number(size) });
  } finally {
    await site.close();
  }
}

function run(): Promise<Record<string, number>> {
  if (options.export !== undefined) return runExport(Number(options.export));
  if (options.full) return runFull(options.only);
  if (options.editing) return runEditingAlone();
  return runDemo({
    runs: Number(options.runs),
    size: Number(options.size),
    webgpuSize: Number(options['webgpu-size']),
  });
}

const figures = await run();
if (options.json) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
process.exit(0);
