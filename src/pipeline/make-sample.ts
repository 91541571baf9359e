import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../errors.ts';
import type { ByteImage } from '../imaging/image.ts';
import type { RenderRequest } from '../nn/pix2pixhd/generator-input.ts';
import { addSpots, type RenderSpots } from './add-spots.ts';
import { chooseStyles } from './choose-styles.ts';
import { labelClasses } from './label-classes.ts';
import { makeTruth } from './make-truth.ts';
import type { SampleRecipe } from './recipe.ts';
import { renderRequest } from './render-request.ts';
import type { SamplePixels } from './sample.ts';
import { clustersOfStyle } from './style-palette.ts';
import { truthOfEdits } from './truth-of-edits.ts';

/** The networks of a recipe, as the stages need them. */
export interface SampleNetworks {
  /** The generator's mask, 8-bit, at its own resolution. */
  drawMask(recipe: SampleRecipe, signal?: AbortSignal): Promise<ByteImage>;
  /** Null for masks only. */
  image: {
    manifest: Pix2PixHdManifest;
    /** Image of the request's size, one channel where the model is grey. */
    render(request: RenderRequest, signal?: AbortSignal): Promise<ByteImage>;
  } | null;
  /** Null for Gaussian spots, or none. */
  renderSpots?: RenderSpots | null;
}

/** @throws CytoForgeError `cancelled` when the signal is aborted. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
}

/**
 * Gives the event loop a turn, without which no abort could arrive: the networks may run for a whole sample
 * without one.
 * @throws CytoForgeError `cancelled`.
 */
async function turn(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  stopIfAborted(signal);
}

/**
 * Runs a recipe: mask, truth, styles, image, spots, optics.
 * @param signal Looked at between the stages, and within them by the networks.
 * @throws CytoForgeError `cancelled`, or what a stage throws.
 */
export async function makeSample(
  recipe: SampleRecipe,
  networks: SampleNetworks,
  signal?: AbortSignal,
): Promise<SamplePixels> {
  await turn(signal);
  const start = performance.now();
  const { edits } = recipe;
  const generated = edits ? null : await networks.drawMask(recipe, signal);
  await turn(signal);
  const drawn = performance.now();
  const truth = edits
    ? truthOfEdits(edits, recipe.size)
    : makeTruth(generated as ByteImage, recipe.truth, recipe.size);
  const known = performance.now();
  const ids = truth.instances.map(({ id }) => id);
  const manifest = networks.image?.manifest;
  const classes = manifest && labelClasses(manifest);
  const clusters = manifest && clustersOfStyle(recipe.style, manifest);
  const styles = chooseStyles(recipe.style, ids, clusters, classes);
  let cells: ByteImage | null = null;
  if (networks.image) {
    const request = renderRequest(networks.image.manifest.config, truth, styles, classes);
    cells = await networks.image.render(request, signal);
    await turn(signal);
  }
  const { image, spots } = await addSpots(
    cells,
    truth,
    recipe,
    networks.renderSpots ?? null,
    signal,
  );
  stopIfAborted(signal);
  return {
    rawMask: generated ?? truth.mask,
    mask: truth.mask,
    labels: truth.labels,
    nuclei: truth.nuclei,
    image,
    ...(image !== cells && { cells }),
    spots,
    instances: truth.instances.map((instance) => ({
      ...instance,
      cluster: styles.clusters.get(instance.id) ?? null,
    })),
    timing: { mask: drawn - start, truth: known - drawn, image: performance.now() - known },
  };
}
