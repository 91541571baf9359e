import { isMaskManifest } from '../checkpoints/bundle/mask-manifest.ts';
import { isSegmenterManifest } from '../checkpoints/bundle/segmenter-manifest.ts';
import { CytoForgeError } from '../errors.ts';
import type { ByteImage } from '../imaging/image.ts';
import { pointMask } from '../imaging/spots/point-mask.ts';
import { defaultRecipe, modelReference } from '../pipeline/default-recipe.ts';
import type { GenerationService } from '../pipeline/generation-service.ts';
import { takesPoints } from '../pipeline/spot-model.ts';
import { RandomState } from '../random/random-state.ts';
import type { Example, ExampleRequest } from './model-trials.ts';

type Ask = <Result>(run: (service: GenerationService) => Promise<Result>) => Promise<Result>;

/** Side of the points that a spot model paints: small, and a multiple of what generators halve. */
const SIDE = 128;
const POINTS = 40;
const RADIUS = 1.5;

/** White discs at random places, as the seed system's point masks. */
function examplePoints(seed: number, channels: number): ByteImage {
  const random = new RandomState(seed);
  const spots = Array.from({ length: POINTS }, () => ({
    x: random.rand() * SIDE,
    y: random.rand() * SIDE,
    radius: RADIUS,
    intensity: 255,
    cell: 0,
  }));
  const { data } = pointMask(spots, SIDE, SIDE);
  if (channels !== 3) return { width: SIDE, height: SIDE, channels: 1, data };
  const rgb = Uint8Array.from({ length: 3 * data.length }, (_, i) => data[Math.trunc(i / 3)]);
  return { width: SIDE, height: SIDE, channels: 3, data: rgb };
}

/** What to ask the worker for one example; it says the picture and how long the model itself took. */
function runOf({ model, maskModel, seed }: ExampleRequest, ask: Ask): () => Promise<Example> {
  const { manifest } = model;
  const timed = async (make: () => Promise<ByteImage>): Promise<Example> => {
    const begin = performance.now();
    const image = await make();
    return { image, milliseconds: performance.now() - begin };
  };
  if (isMaskManifest(manifest)) {
    const recipe = defaultRecipe(manifest, null, seed);
    return () => timed(() => ask((service) => service.makeRawMask(recipe)));
  }
  if (isSegmenterManifest(manifest)) {
    throw new CytoForgeError('bad-option', 'A segmentation model makes no example.', {
      found: manifest.architecture,
      hint: 'Try it in the Benchmark workspace.',
    });
  }
  if (takesPoints(manifest)) {
    const labels = examplePoints(seed, manifest.config.inputNc);
    const request = { labels, instances: null, regions: null, styles: { kind: 'none' } } as const;
    const reference = modelReference(manifest);
    return () => timed(() => ask((service) => service.renderMaps(reference, request)));
  }
  const mask = maskModel?.manifest;
  if (!mask || !isMaskManifest(mask)) {
    throw new CytoForgeError('bad-option', 'An image model needs a mask model for an example.', {
      found: 'no mask model',
      hint: 'Open a mask model first.',
    });
  }
  const recipe = defaultRecipe(mask, manifest, seed);
  return async () => {
    const { image, mask: drawn, timing } = await ask((service) => service.makeSample(recipe));
    return { image: image ?? drawn, milliseconds: timing.image };
  };
}

/**
 * Makes an example; one that is timed is made twice, as the first run compiles and allocates.
 * @param ask Calls the worker, which has the models.
 */
export async function makeExample(request: ExampleRequest, ask: Ask): Promise<Example> {
  const run = runOf(request, ask);
  if (request.timed) await run();
  return run();
}
