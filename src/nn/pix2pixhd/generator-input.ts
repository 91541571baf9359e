import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, FloatImage, InstanceMap } from '../../imaging/image.ts';
import { featureRegions } from './feature-regions.ts';
import {
  instanceEdges,
  normaliseImage,
  oneHotLabels,
  paintFeatures,
  stackChannels,
} from './input-maps.ts';

/** What an image is made from. */
export interface RenderRequest {
  /** One channel of class ids; grey or RGB when the model's `labelNc` is 0. */
  labels: ByteImage;
  /** Needed by models with an edge channel or features per instance. */
  instances: InstanceMap | null;
  /**
   * Ids that features are painted by, where they are not those of `instances`. The original reads 8-bit instance maps
   * as fractions: good enough for edges, while features see whole numbers only.
   */
  regions?: InstanceMap;
  /** Feature vector by id of its region (`featureRegions`); an id without one gets zeros. */
  features: ReadonlyMap<number, readonly number[]> | null;
}

function required<T>(value: T | null, what: string): T {
  if (value !== null) return value;
  throw new CytoForgeError('bad-option', `This model needs ${what}.`, { expected: what });
}

/**
 * The generator's input `[H, W, generatorInputNc]`: one-hot labels (or the image), edges, features.
 * @throws CytoForgeError `bad-image` for labels the model does not know, maps of different sizes or the wrong
 *   number of channels in the end; `bad-option` when instances or features are needed and missing.
 */
export function generatorInput(
  config: Pix2PixHdConfig,
  { labels, instances, regions: ownRegions, features }: RenderRequest,
): FloatImage {
  const maps = [
    config.labelNc ? oneHotLabels(labels, config.labelNc) : normaliseImage(labels, config.inputNc),
  ];
  if (config.instanceEdges) maps.push(instanceEdges(required(instances, 'an instance map')));
  if (config.instanceFeat || config.labelFeat) {
    const regions = ownRegions ?? featureRegions(config, { labels, instances });
    maps.push(paintFeatures(regions, required(features, 'instance features'), config.featNum));
  }
  const input = stackChannels(maps);
  if (input.channels !== config.generatorInputNc) {
    throw new CytoForgeError(
      'wrong-architecture',
      'The options do not give the input G was made for.',
      {
        found: `${input.channels} channels`,
        expected: `${config.generatorInputNc} channels`,
        hint: 'Check label_nc, input_nc, no_instance, instance_feat, label_feat and feat_num in opt.txt.',
      },
    );
  }
  return input;
}
