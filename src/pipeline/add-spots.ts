import { compositeLight } from '../imaging/compositing/composite-light.ts';
import { toLevels } from '../imaging/compositing/to-levels.ts';
import type { ByteImage, FloatImage } from '../imaging/image.ts';
import { applyOptics } from '../imaging/optics/apply-optics.ts';
import { placeSpots } from '../imaging/spots/place-spots.ts';
import { pointMask } from '../imaging/spots/point-mask.ts';
import type { Spot } from '../imaging/spots/spot.ts';
import { spotLight } from '../imaging/spots/spot-light.ts';
import { findRegions } from '../imaging/spots/spot-regions.ts';
import type { Truth } from './make-truth.ts';
import type { SampleSpots } from './sample.ts';
import type { OpticsRecipe, SpotsRecipe } from './spots-recipe.ts';

/** Light of a point mask by the spot model, grey or RGB. */
export type RenderSpots = (mask: ByteImage, signal?: AbortSignal) => Promise<ByteImage>;

function asFloat({ width, height, channels, data }: ByteImage): FloatImage {
  return { width, height, channels, data: Float32Array.from(data) };
}

/** A model knows nothing of intensities: those of its spots are read from its light. */
function withIntensitiesOf(light: ByteImage, spots: readonly Spot[]): Spot[] {
  const { width, channels, data } = light;
  return spots.map((spot) => {
    const at = (Math.round(spot.y) * width + Math.round(spot.x)) * channels;
    return { ...spot, intensity: Math.max(...data.subarray(at, at + channels)) };
  });
}

async function renderSpots(
  spots: Spot[],
  mask: ByteImage,
  render: RenderSpots | null,
  signal?: AbortSignal,
): Promise<{ list: Spot[]; light: FloatImage }> {
  const { width, height } = mask;
  // An instance norm makes a pattern of an empty mask.
  if (!render || spots.length === 0) return { list: spots, light: spotLight(spots, width, height) };
  const light = await render(mask, signal);
  return { list: withIntensitiesOf(light, spots), light: asFloat(light) };
}

/**
 * Adds spots to an image, then what the optics do to both.
 * @param image Null without an image model: spots lie on black then, and optics alone change nothing.
 * @param render Null for Gaussian spots.
 * @returns The image as it is with spots and optics, and the spots.
 * @throws CytoForgeError `bad-recipe` for too many spots; what `render` throws.
 */
export async function addSpots(
  image: ByteImage | null,
  truth: Pick<Truth, 'labels' | 'nuclei'>,
  recipe: { spots: SpotsRecipe | null; optics: OpticsRecipe | null },
  render: RenderSpots | null,
  signal?: AbortSignal,
): Promise<{ image: ByteImage | null; spots: SampleSpots | null }> {
  const { spots: plan, optics } = recipe;
  if (!plan) {
    const seen = image && optics ? toLevels(applyOptics(asFloat(image), optics)) : image;
    return { image: seen, spots: null };
  }
  const { labels, nuclei } = truth;
  const placed = placeSpots(plan, labels, findRegions(labels, nuclei));
  const mask = pointMask(placed, labels.width, labels.height);
  const { list, light } = await renderSpots(placed, mask, render, signal);
  const joined = compositeLight(image, light, plan.composite);
  return {
    image: toLevels(optics ? applyOptics(joined, optics) : joined),
    spots: { list, mask, light: toLevels(light) },
  };
}
