import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, InstanceMap } from '../../imaging/image.ts';

/**
 * The regions that have a feature vector each: instances, or with `label_feat` those of one label (spec B.4).
 * Features are pooled over them and painted into them.
 * @param labels the label map, or the one-channel mask that stands in for it when `labelNc` is 0
 * @throws CytoForgeError `bad-image` for labels of several channels; `bad-option` without the instances it needs.
 */
export function featureRegions(
  config: Pick<Pix2PixHdConfig, 'labelFeat'>,
  { labels, instances }: { labels: ByteImage; instances: InstanceMap | null },
): InstanceMap {
  if (!config.labelFeat) {
    if (instances) return instances;
    throw new CytoForgeError('bad-option', 'This model needs an instance map.', {
      expected: 'an instance map',
    });
  }
  const { width, height, channels, data } = labels;
  if (channels === 1) return { width, height, data: Int32Array.from(data) };
  throw new CytoForgeError('bad-image', 'Features by label need labels of one channel.', {
    found: `${channels} channels`,
    expected: 'one channel',
  });
}
