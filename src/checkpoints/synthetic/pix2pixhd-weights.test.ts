import { describe, expect, it } from 'vitest';
import { bytesSource } from '../byte-source.ts';
import { joinBytes } from '../pickle/write-pickle.ts';
import { openPix2PixHd } from '../pix2pixhd-checkpoint.ts';
import { elementsOf, writeTorchLegacy, writeTorchZip } from '../torch/write-torch.ts';
import {
  OFFICIAL_PIX2PIXHD,
  OFFICIAL_PIX2PIXHD_LOCAL,
  pix2PixHdWeights,
} from './pix2pixhd-weights.ts';

async function zipBytes(...args: Parameters<typeof writeTorchZip>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeTorchZip(...args)) pieces.push(piece);
  return joinBytes(pieces);
}

describe.each([
  ['the global generator', { ...OFFICIAL_PIX2PIXHD, ngf: 2, nDownsampleGlobal: 2 }],
  ['the local enhancer', { ...OFFICIAL_PIX2PIXHD_LOCAL, ngf: 2, nDownsampleGlobal: 2 }],
])('a made-up state dict of %s', (_, config) => {
  const tensors = pix2PixHdWeights(config);

  it.each([
    ['the ZIP form', () => zipBytes(tensors, 'latest_net_G')],
    ['the older form', async () => joinBytes(writeTorchLegacy(tensors))],
  ])('in %s is read as what it was made of, to the bit', async (_form, write) => {
    const generator = bytesSource('latest_net_G.pth', await write());
    const opened = openPix2PixHd({ generator });
    expect(opened.config).toEqual(config);
    for (const { name, shape, read } of tensors) {
      expect(opened.weights.read(`G.${name}`)).toEqual({ shape, data: read() });
    }
  });
});

describe('the official widths', () => {
  it.each([
    ['global, RGB', OFFICIAL_PIX2PIXHD, 182_443_267],
    ['global, 36 channels', { ...OFFICIAL_PIX2PIXHD, generatorInputNc: 36 }, 182_546_755],
    ['local, 36 channels', { ...OFFICIAL_PIX2PIXHD_LOCAL, generatorInputNc: 36 }, 182_857_059],
  ])('%s', (_, config, parameters) => {
    const counts = pix2PixHdWeights(config).map(({ shape }) => elementsOf(shape));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(parameters);
  });
});
