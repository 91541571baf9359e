import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  OFFICIAL_PIX2PIXHD,
  pix2PixHdWeights,
} from '../../../src/checkpoints/synthetic/pix2pixhd-weights.ts';
import { writeSnapshot } from '../../../src/checkpoints/synthetic/write-snapshot.ts';
import { writeTorchZip } from '../../../src/checkpoints/torch/write-torch.ts';
import { designLayerFilter } from '../../../src/nn/stylegan3/layer-filter.ts';
import {
  officialStyleGan3Config,
  type StyleGan3Variant,
} from '../../../src/nn/stylegan3/official-config.ts';

/** A full-size model whose official file is made up here. */
export interface FullModel {
  /** In figures and file names, e.g. `stylegan3-t-256`. */
  key: string;
  kind: 'mask' | 'image';
  /** The one file a person would drop. */
  file: string;
  /** Whether it is loaded and run too; some are only converted. */
  runs: boolean;
  pieces(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

function snapshot(variant: StyleGan3Variant, resolution: number, runs: boolean): FullModel {
  const key = `stylegan3-${variant}-${resolution}`;
  const config = officialStyleGan3Config(variant, resolution);
  return {
    key,
    kind: 'mask',
    file: `${key}.pkl`,
    runs,
    pieces: () =>
      writeSnapshot({
        architecture: 'stylegan3',
        config,
        taps: (layer, side) => designLayerFilter(layer, side)?.taps ?? new Float32Array(0),
      }),
  };
}

/** What the full bench converts, loads and runs. */
export const FULL_MODELS: FullModel[] = [
  snapshot('t', 256, true),
  snapshot('r', 256, true),
  {
    key: 'pix2pixhd-global',
    kind: 'image',
    file: 'pix2pixhd-global/latest_net_G.pth',
    runs: true,
    pieces: () => writeTorchZip(pix2PixHdWeights(OFFICIAL_PIX2PIXHD), 'latest_net_G'),
  },
  snapshot('t', 1024, true),
];

/**
 * Writes a model's file as a stream.
 * @returns its length in bytes.
 */
export async function writeModel(model: FullModel, folder: string): Promise<number> {
  const path = join(folder, model.file);
  await mkdir(dirname(path), { recursive: true });
  const stream = createWriteStream(path);
  for await (const piece of model.pieces()) {
    if (!stream.write(piece)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
  return (await stat(path)).size;
}
