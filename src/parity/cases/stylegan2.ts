import { bytesSource } from '../../checkpoints/byte-source.ts';
import { openStyleGan2Snapshot } from '../../checkpoints/stylegan-snapshot.ts';
import { toGreyLevels } from '../../nn/stylegan/draw-masks.ts';
import { loadStyleGan2, type StyleGan2 } from '../../nn/stylegan2/load-stylegan2.ts';
import * as tf from '../../nn/tf.ts';
import { RandomState } from '../../random/random-state.ts';
import type { CaseReport } from '../case-report.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { ParityEntry } from '../registry.ts';
import { classOf, comparePixels, rowsOf, truncationOf, WS_TOLERANCE } from './stylegan-inputs.ts';
import { valuesOf } from './stylegan-layout.ts';

function mapZ(model: StyleGan2, golden: GoldenCase, index: number, truncation: string) {
  const [z, c] = [rowsOf(golden, `z${index}`), classOf(golden, `c${index}`)];
  return model.mapping(z, c, truncationOf(truncation));
}

/** `img0.noise_const.psi0.7`, its 8-bit levels too. */
async function checkImage(
  model: StyleGan2,
  golden: GoldenCase,
  report: CaseReport,
  name: string,
): Promise<void> {
  const [, index, mode, psi] = /^img(\d+)\.noise_(const|none)\.(psi[\d.]+)$/.exec(name) ?? [];
  const image = tf.tidy(() =>
    model.synthesis(mapZ(model, golden, Number(index), psi), { mode: mode as 'const' | 'none' }),
  );
  const levels = `${name}.uint8_nhwc`;
  if (golden.has(levels)) {
    const [, height, width, channels] = image.shape;
    const data = await valuesOf(tf.clone(image));
    const grey = toGreyLevels({ width, height, channels, data });
    report.compare(levels, grey.data, { atol: 1 });
  }
  await comparePixels(golden, report, name, image);
}

/** `z*`, `ws*` and `img*`. */
async function checkSamples(model: StyleGan2, golden: GoldenCase, report: CaseReport) {
  for (const [i, seed] of (golden.config.z_seeds as number[]).entries()) {
    const z = Float32Array.from(new RandomState(seed).randn(model.config.zDim));
    report.compare(`z${i}`, z, { atol: 0, rtol: 2 ** -23 });
    for (const name of golden.tensorNames()) {
      const [kind, suffix] = [name.split('.', 1)[0], name.slice(name.indexOf('.') + 1)];
      if (kind === `ws${i}`) {
        const ws = tf.tidy(() => mapZ(model, golden, i, suffix));
        report.compare(name, await valuesOf(ws), WS_TOLERANCE);
      } else if (kind === `img${i}` && !suffix.endsWith('uint8_nhwc')) {
        await checkImage(model, golden, report, name);
      }
    }
  }
}

/** `block.*`: what each block made of z0 with the stored noise. */
async function checkBlocks(model: StyleGan2, golden: GoldenCase, report: CaseReport) {
  const seen = new Map<string, tf.Tensor4D>();
  const image = tf.tidy(() =>
    model.synthesis(mapZ(model, golden, 0, 'psi1'), { mode: 'const' }, (name, tensor) => {
      seen.set(name, tf.keep(tf.clone(tensor)) as tf.Tensor4D);
    }),
  );
  image.dispose();
  for (const [name, tensor] of seen) await comparePixels(golden, report, name, tensor);
}

/** Whole StyleGAN2 generators, from the snapshot files that people have. */
export const STYLEGAN2_CASES: ParityEntry[] = [
  {
    matches: /^02_sg2_g\d+/,
    async run(golden, report) {
      const path = `${golden.name}.pkl`;
      const bytes = await golden.folder.read(path);
      const { config, weights } = openStyleGan2Snapshot(bytesSource(path, bytes));
      const resolutions = config.blocks.map(({ resolution }) => resolution);
      report.compareValues('num_ws', [config.numWs], [golden.config.num_ws as number], { atol: 0 });
      report.compareValues(
        'block resolutions',
        resolutions,
        golden.config.block_resolutions as number[],
        { atol: 0 },
      );
      const model = loadStyleGan2(config, weights);
      try {
        await checkSamples(model, golden, report);
        await checkBlocks(model, golden, report);
      } finally {
        model.dispose();
      }
    },
  },
];
