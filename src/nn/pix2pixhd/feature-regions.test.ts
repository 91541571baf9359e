import { describe, expect, it } from 'vitest';
import { featureRegions } from './feature-regions.ts';

const labels = { width: 3, height: 1, channels: 1 as const, data: Uint8Array.of(0, 1, 1) };
const instances = { width: 3, height: 1, data: Int32Array.of(0, 1001, 1002) };

describe('featureRegions', () => {
  it('are the instances, or with label_feat the labels', () => {
    expect(featureRegions({ labelFeat: false }, { labels, instances })).toBe(instances);
    const regions = featureRegions({ labelFeat: true }, { labels, instances: null });
    expect([...regions.data]).toEqual([0, 1, 1]);
  });

  it('are refused without a map that has them', () => {
    expect(() => featureRegions({ labelFeat: false }, { labels, instances: null })).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    );
    const rgb = { width: 1, height: 1, channels: 3 as const, data: Uint8Array.of(0, 1, 1) };
    expect(() => featureRegions({ labelFeat: true }, { labels: rgb, instances })).toThrow(
      expect.objectContaining({ code: 'bad-image' }),
    );
  });
});
