import { bytesSource } from '../../checkpoints/byte-source.ts';
import { openStyleGan3Snapshot } from '../../checkpoints/stylegan-snapshot.ts';
import { toGreyLevels } from '../../nn/stylegan/draw-masks.ts';
import { loadStyleGan3, type StyleGan3 } from '../../nn/stylegan3/load-stylegan3.ts';
import { inverseTransform, type Matrix3, makeTransform } from '../../nn/stylegan3/transform.ts';
import * as tf from '../../nn/tf.ts';
import { RandomState } from '../../random/random-state.ts';
import type { CaseReport } from '../case-report.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { ParityEntry } from '../registry.ts';
import { classOf, comparePixels, rowsOf, truncationOf, WS_TOLERANCE } from './stylegan-inputs.ts';
import { planesOf, valuesOf } from './stylegan-layout.ts';
import { compareGeometry, type GoldenGeometry } from './stylegan3-design.ts';

interface TransformRow {
  index: number;
  translate?: [number, number];
  rotate_deg?: number;
  inverse_f64: number[][];
}

/** Seeds, classes and truncation: `z*`, `c*`, `ws*`, `img*` and their 8-bit levels. */
async function checkSamples(model: StyleGan3, golden: GoldenCase, report: CaseReport) {
  for (const [i, seed] of (golden.config.z_seeds as number[]).entries()) {
    const z = Float32Array.from(new RandomState(seed).randn(model.config.zDim));
    report.compare(`z${i}`, z, { atol: 0, rtol: 2 ** -23 });
    const prefix = `ws${i}.`;
    for (const name of golden.tensorNames().filter((tensor) => tensor.startsWith(prefix))) {
      const suffix = name.slice(prefix.length);
      const ws = tf.tidy(() =>
        model.mapping(rowsOf(golden, `z${i}`), classOf(golden, `c${i}`), truncationOf(suffix)),
      );
      const image = `img${i}.${suffix}`;
      if (golden.has(image)) {
        const map = model.synthesis(ws);
        const levels = `${image}.uint8_nhwc`;
        if (golden.has(levels)) {
          const [, height, width, channels] = map.shape;
          const data = await valuesOf(tf.clone(map));
          const grey = toGreyLevels({ width, height, channels, data });
          report.compare(levels, grey.data, { atol: 1 });
        }
        await comparePixels(golden, report, image, map);
      }
      report.compare(name, await valuesOf(ws), WS_TOLERANCE);
    }
  }
}

async function checkSoftClass(model: StyleGan3, golden: GoldenCase, report: CaseReport) {
  if (!golden.has('c_soft')) return;
  const map = tf.tidy(() =>
    model.synthesis(model.mapping(rowsOf(golden, 'z0'), rowsOf(golden, 'c_soft'))),
  );
  await comparePixels(golden, report, 'img0.c_soft', map);
}

/** A batch against its golden, and to the bit against its samples one by one. */
async function checkBatch(model: StyleGan3, golden: GoldenCase, report: CaseReport) {
  if (!golden.has('img_batch.psi1')) return;
  const count = golden.peek('img_batch.psi1').shape[0];
  const [batch, ...singles] = tf.tidy(() => {
    const zs = Array.from({ length: count }, (_, i) => rowsOf(golden, `z${i}`));
    const cs = zs.map((_, i) => classOf(golden, `c${i}`));
    const c = cs[0] ? tf.concat(cs as tf.Tensor2D[], 0) : null;
    const together = model.synthesis(model.mapping(tf.concat(zs, 0), c));
    const alone = zs.map((z, i) => model.synthesis(model.mapping(z, cs[i])));
    return [tf.clone(together), together, ...alone];
  });
  await comparePixels(golden, report, 'img_batch.psi1', batch);
  const [together, ...alone] = await Promise.all(singles.map((map) => planesOf(map)));
  const tolerance = tf.getBackend() === 'webgpu' ? 1e-4 : 0;
  report.compareValues(
    'batch against single calls',
    together,
    alone.flatMap((image) => [...image]),
    { atol: tolerance },
  );
}

/** Runs the synthesis of z0 and gives what its layers saw. */
async function observeSynthesis(
  model: StyleGan3,
  golden: GoldenCase,
  transform: Matrix3 | null,
): Promise<{ image: tf.Tensor4D; seen: Map<string, tf.Tensor> }> {
  const seen = new Map<string, tf.Tensor>();
  const image = tf.tidy(() => {
    const ws = model.mapping(rowsOf(golden, 'z0'), classOf(golden, 'c0'));
    return model.synthesis(ws, transform, (name, tensor) => {
      seen.set(name, tf.keep(tf.clone(tensor)));
    });
  });
  return { image, seen };
}

async function checkLayers(model: StyleGan3, golden: GoldenCase, report: CaseReport) {
  const { image, seen } = await observeSynthesis(model, golden, null);
  image.dispose();
  for (const [name, tensor] of seen) {
    if (golden.has(name) && tensor.rank === 4) {
      await comparePixels(golden, report, name, tensor as tf.Tensor4D);
    } else if (golden.has(name)) {
      report.compare(name, await valuesOf(tensor), WS_TOLERANCE);
    } else {
      tensor.dispose();
    }
  }
}

async function checkTransforms(model: StyleGan3, golden: GoldenCase, report: CaseReport) {
  for (const row of (golden.config.transforms ?? []) as TransformRow[]) {
    const prefix = `transform${row.index}`;
    let inverse = row.inverse_f64.flat();
    if (row.translate) {
      const [translateX, translateY] = row.translate;
      const placement = { translateX, translateY, rotateDegrees: row.rotate_deg ?? 0 };
      report.compare(`${prefix}.matrix`, makeTransform(placement), { atol: 1e-6 });
      inverse = inverseTransform(placement);
    }
    report.compare(`${prefix}.inverse`, inverse, { atol: 1e-6 });
    const { image, seen } = await observeSynthesis(model, golden, inverse);
    await comparePixels(golden, report, `${prefix}.img`, image);
    const features = seen.get('layer.input') as tf.Tensor4D;
    await comparePixels(golden, report, `${prefix}.input_features`, tf.clone(features));
    for (const tensor of seen.values()) tensor.dispose();
  }
}

/** Whole generators, from the snapshot files that people have. */
export const STYLEGAN3_CASES: ParityEntry[] = [
  {
    matches: /^02_sg3_(t|r)\d+/,
    async run(golden, report) {
      const path = (golden.config.snapshot as string | undefined) ?? `${golden.name}.pkl`;
      const bytes = await golden.folder.read(path);
      const { config, weights } = openStyleGan3Snapshot(bytesSource(path, bytes));
      if (golden.config.geometry) {
        const { num_ws, input, geometry } = golden.config;
        const expected = { num_ws, input, layers: geometry } as unknown as GoldenGeometry;
        compareGeometry(report, golden.name, config, expected);
      }
      const model = loadStyleGan3(config, weights);
      try {
        await checkSamples(model, golden, report);
        await checkSoftClass(model, golden, report);
        await checkBatch(model, golden, report);
        await checkLayers(model, golden, report);
        await checkTransforms(model, golden, report);
      } finally {
        model.dispose();
      }
    },
  },
];
