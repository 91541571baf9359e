import { firstChannel } from '../imaging/first-channel.ts';
import type { ByteImage, InstanceMap } from '../imaging/image.ts';
import { normaliseImage } from '../nn/pix2pixhd/input-maps.ts';
import type { Pix2PixHd } from '../nn/pix2pixhd/load-pix2pixhd.ts';
import { encodeFeatures, renderImage, toPixels } from '../nn/pix2pixhd/render-image.ts';

/** What an image of a person's own maps is made of, all of one size. */
export interface MapsRequest {
  /** Class ids; grey or RGB for a model without classes. */
  labels: ByteImage;
  /** Official ids; null for a model without instances. */
  instances: InstanceMap | null;
  /** Ids that features belong to. */
  regions: InstanceMap | null;
  styles:
    | { kind: 'none' }
    /** Feature vector by id of `regions`. */
    | { kind: 'features'; features: ReadonlyMap<number, readonly number[]> }
    /** The encoder's, of an image of these very objects (`--use_encoded_image`). */
    | { kind: 'image'; image: ByteImage };
}

async function featuresOf(
  { styles, regions }: MapsRequest,
  model: Pix2PixHd,
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, readonly number[]> | null> {
  if (styles.kind === 'features') return styles.features;
  if (styles.kind === 'none' || !regions) return null;
  return encodeFeatures(
    model,
    normaliseImage(styles.image, model.config.outputNc),
    regions,
    signal,
  );
}

/**
 * Renders maps as the original's `test.py` does; RGB where the model has three channels, else the first one as grey.
 * @throws CytoForgeError `bad-image`, `bad-option`, `unsupported`, `cancelled`, as the networks.
 */
export async function renderMaps(
  request: MapsRequest,
  model: Pix2PixHd,
  signal?: AbortSignal,
): Promise<ByteImage> {
  const features = await featuresOf(request, model, signal);
  const { labels, instances, regions } = request;
  const input = { labels, instances, regions: regions ?? undefined, features };
  const pixels = await renderImage(model, input, signal);
  return toPixels(pixels.channels === 3 ? pixels : firstChannel(pixels));
}
