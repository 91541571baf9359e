/**
 * `npm run bench`: the demo pair on every backend there is here; with `--full`, models of the official sizes.
 * Figures go to the terminal and, with `--json FILE`, to one flat object.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { runFull } from './full/run-full.ts';
import { runDemo } from './run-demo.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    full: { type: 'boolean', default: false },
    /** With `--full`: only this model, e.g. `pix2pixhd-global`; may be given more than once. */
    only: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '5' },
    /** SwiftShader needs a minute for a 256-pixel image: WebGPU is measured at this size. */
    'webgpu-size': { type: 'string', default: '64' },
    size: { type: 'string', default: '256' },
  },
});

const figures = options.full
  ? await runFull(options.only)
  : await runDemo({
      runs: Number(options.runs),
      size: Number(options.size),
      webgpuSize: Number(options['webgpu-size']),
    });
if (options.json) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
process.exit(0);
