import { bytesSource } from '../../../checkpoints/byte-source.ts';
import {
  openPix2PixHd,
  type Pix2PixHdCheckpoint,
} from '../../../checkpoints/pix2pixhd-checkpoint.ts';
import type { FloatImage } from '../../../imaging/image.ts';
import { instanceEdges, normaliseImage, paintFeatures } from '../../../nn/pix2pixhd/input-maps.ts';
import { loadPix2PixHd, type Pix2PixHd } from '../../../nn/pix2pixhd/load-pix2pixhd.ts';
import { renderImage, toPixels } from '../../../nn/pix2pixhd/render-image.ts';
import { featuresOfClusters } from '../../../nn/pix2pixhd/style-clusters.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { greyImageOf, imageOfPlanes, instanceMapOf, planesOfImage } from './layout.ts';

const EXACT = { atol: 0 };
const FEATURES = { atol: 2e-5 };
const FAKE = { atol: 5e-4 };
const LEVEL = { atol: 1 };

interface InferConfig {
  checkpoint: string;
  cluster_choice_by_instance?: Record<string, number>[];
}

async function openCheckpoint(golden: GoldenCase, styled: boolean): Promise<Pix2PixHdCheckpoint> {
  const { checkpoint } = golden.config as unknown as InferConfig;
  const open = async (file: string) => {
    const path = `${checkpoint}/${file}`;
    return bytesSource(path, await golden.folder.read(path));
  };
  return openPix2PixHd({
    generator: await open('latest_net_G.pth'),
    options: await open('opt.txt'),
    ...(styled && {
      encoder: await open('latest_net_E.pth'),
      clusters: await open('features_clustered_010.npy'),
    }),
  });
}

function compareFake(golden: GoldenCase, report: CaseReport, run: string, fake: FloatImage): void {
  report.compare(`${run}.fake`, planesOfImage(fake), FAKE);
  report.compare(`${run}.fake_uint8_hwc`, toPixels(fake).data, LEVEL);
  const official = toPixels(imageOfPlanes(golden.peek(`${run}.fake`))).data;
  const expected = golden.peek(`${run}.fake_uint8_hwc`).data;
  report.compareValues(`${run} truncation to 8 bits`, official, expected, EXACT);
}

async function withModel(
  checkpoint: Pix2PixHdCheckpoint,
  use: (model: Pix2PixHd) => Promise<void>,
): Promise<void> {
  const model = loadPix2PixHd(checkpoint.config, checkpoint.weights);
  try {
    await use(model);
  } finally {
    model.dispose();
  }
}

/** The nuclei demo model: labels, instances and a chosen style cluster for each. */
export async function runNucleiCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  const checkpoint = await openCheckpoint(golden, true);
  const { cluster_choice_by_instance: choices = [] } = golden.config as unknown as InferConfig;
  await withModel(checkpoint, async (model) => {
    for (const [index, choice] of choices.entries()) {
      const run = `infer${index}`;
      const labels = greyImageOf(golden.input(`${run}.label`));
      const instances = instanceMapOf(golden.input(`${run}.inst`));
      const chosen = new Map(Object.entries(choice).map(([id, cluster]) => [Number(id), cluster]));
      const features = featuresOfClusters(chosen, checkpoint.styleClusters ?? {});
      report.compare(`${run}.edge`, instanceEdges(instances).data, EXACT);
      const map = paintFeatures(instances, features, model.config.featNum);
      report.compare(`${run}.feat_map`, planesOfImage(map), FEATURES);
      const fake = await renderImage(model, { labels, instances, features });
      compareFake(golden, report, run, fake);
    }
  });
}

/** The spots demo model: a point mask as an RGB image. */
export async function runSpotsCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  const checkpoint = await openCheckpoint(golden, false);
  await withModel(checkpoint, async (model) => {
    for (let index = 0; golden.has(`infer${index}.point_mask`); index++) {
      const run = `infer${index}`;
      const labels = greyImageOf(golden.input(`${run}.point_mask`));
      report.compare(`${run}.input`, planesOfImage(normaliseImage(labels, 3), 1), EXACT);
      const fake = await renderImage(model, { labels, instances: null, features: null });
      compareFake(golden, report, run, fake);
    }
  });
}
