import { describe, expect, it } from 'vitest';
import { isBuffer } from '../../checkpoints/synthetic/stylegan-weights.ts';
import { snapshotNetwork } from '../../checkpoints/synthetic/write-snapshot.ts';
import { elementsOf } from '../../checkpoints/torch/write-torch.ts';
import { designLayerFilter } from './layer-filter.ts';
import { officialStyleGan3Config, type StyleGan3Variant } from './official-config.ts';

/** Parameters of the official generators (spec A.3). */
const PARAMETERS: [StyleGan3Variant, number, number][] = [
  ['t', 64, 37_768_199],
  ['t', 128, 32_833_523],
  ['t', 256, 28_472_133],
  ['t', 512, 24_873_519],
  ['t', 1024, 22_313_167],
  ['r', 64, 24_153_095],
  ['r', 128, 21_366_701],
  ['r', 256, 18_816_387],
  ['r', 512, 16_665_594],
  ['r', 1024, 15_093_151],
];

describe('officialStyleGan3Config', () => {
  it.each(PARAMETERS)('%s at %i pixels has %i parameters', (variant, resolution, parameters) => {
    const config = officialStyleGan3Config(variant, resolution);
    const { shapes, values } = snapshotNetwork({
      architecture: 'stylegan3',
      config,
      taps: (layer, side) => designLayerFilter(layer, side)?.taps ?? new Float32Array(0),
    });
    let count = 0;
    for (const [name, shape] of shapes) {
      if (!isBuffer(name)) count += elementsOf(shape ?? []);
      else expect(values(name, shape ?? [])).toHaveLength(elementsOf(shape ?? []));
    }
    expect(count).toBe(parameters);
  });
});
