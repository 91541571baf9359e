import { describe, expect, it } from 'vitest';
import { elementsOf } from '../torch/write-torch.ts';
import { discriminatorNetwork } from './discriminator-modules.ts';
import { officialStyleGan2Config } from './official-stylegan2.ts';
import type { NetworkToWrite } from './stored-network.ts';
import { isBuffer } from './stylegan-weights.ts';
import { styleGan2Network } from './stylegan2-modules.ts';

function parameters({ shapes }: NetworkToWrite): number {
  let count = 0;
  for (const [name, shape] of shapes) if (shape && !isBuffer(name)) count += elementsOf(shape);
  return count;
}

describe('the official widths at 1024 pixels', () => {
  it('give StyleGAN2’s generator as many parameters as its authors count', () => {
    expect(parameters(styleGan2Network(officialStyleGan2Config(1024)))).toBe(30_370_060);
  });

  it('and the discriminator', () => {
    const widths = { channelBase: 32768, channelMax: 512 };
    const config = { imgResolution: 1024, imgChannels: 3, ...widths };
    expect(parameters(discriminatorNetwork(config))).toBe(29_012_513);
  });
});
