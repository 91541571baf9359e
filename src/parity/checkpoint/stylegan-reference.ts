import type { Precision } from '../../checkpoints/bundle/encode-weight.ts';
import type { MaskManifest } from '../../checkpoints/bundle/manifest.ts';
import type { NpzFile } from '../../checkpoints/npz.ts';
import type { TensorSource } from '../../checkpoints/tensor-source.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { type DrawRequest, drawMasks, toGreyLevels } from '../../nn/stylegan/draw-masks.ts';
import { loadMaskNetwork } from '../../nn/stylegan/load-mask-network.ts';
import type { MaskNetwork } from '../../nn/stylegan/mask-network.ts';
import { latentFromSeed } from '../../random/random-state.ts';
import type { CaseReport } from '../case-report.ts';
import { imageOfPlanes } from '../cases/pix2pixhd/layout.ts';
import { compareLevels } from './compare-levels.ts';

const UNMOVED = { translateX: 0, translateY: 0, rotateDegrees: 0 };
const IMAGE = /^img_(\d+)_([\d.]+)(?:_rot([-\d.]+)_tx([-\d.]+)_ty([-\d.]+))?$/;

/** The request that a name such as `img_0_0.7` or `img_0_1_rot30_tx0.1_ty0.2` stands for. */
function requestOf(name: string, zDim: number): DrawRequest | null {
  const found = IMAGE.exec(name);
  if (!found) return null;
  const [seed, psi, rotateDegrees, translateX, translateY] = found.slice(1).map(Number);
  return {
    z: latentFromSeed(seed, zDim),
    classIndex: null,
    psi,
    cutoff: null,
    noise: { mode: 'const' },
    transform: found[3] === undefined ? UNMOVED : { translateX, translateY, rotateDegrees },
  };
}

async function drawOne(model: MaskNetwork, request: DrawRequest): Promise<FloatImage> {
  const [image] = await drawMasks(model, [request]);
  return image;
}

/** Draws every reference image of a StyleGAN checkpoint from its seed and compares the grey levels. */
export async function checkStyleGanReference(
  manifest: MaskManifest,
  weights: TensorSource,
  reference: NpzFile,
  report: CaseReport,
  precision: Precision,
): Promise<void> {
  const model = loadMaskNetwork(manifest, weights);
  try {
    for (const name of reference.names()) {
      const request = requestOf(name, manifest.config.zDim);
      if (!request) continue;
      const { shape, data } = reference.numbers(name);
      const planes = { dtype: 'F32' as const, shape, data: Float32Array.from(data) };
      const expected = toGreyLevels(imageOfPlanes(planes));
      const drawn = toGreyLevels(await drawOne(model, request));
      compareLevels(report, name, drawn.data, expected.data, precision);
    }
  } finally {
    model.dispose();
  }
}
