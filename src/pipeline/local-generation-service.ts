import { CytoForgeError } from '../errors.ts';
import { firstChannel } from '../imaging/first-channel.ts';
import type { ByteImage, FloatImage } from '../imaging/image.ts';
import { backendMemory } from '../nn/backend/backend-memory.ts';
import { type BackendOptions, useBackend } from '../nn/backend/use-backend.ts';
import { bytesWithCopies } from '../nn/backend/weight-copies.ts';
import { tapLayers } from '../nn/layer-tap.ts';
import {
  estimateEncodeBytes,
  estimateRenderBytes,
  generatorBytes,
} from '../nn/pix2pixhd/estimate-memory.ts';
import type { ModuleObserver } from '../nn/pix2pixhd/network-module.ts';
import { renderImage, toPixels } from '../nn/pix2pixhd/render-image.ts';
import { drawFromLatents, drawMasks, toGreyLevels } from '../nn/stylegan/draw-masks.ts';
import { inspectMaskLayers } from '../nn/stylegan/inspect-mask-layers.ts';
import { drawLatents } from '../nn/stylegan/latents.ts';
import { checkCanvas } from './check-canvas.ts';
import { checkRecipe } from './check-recipe.ts';
import { clusterStyles } from './cluster-styles.ts';
import { drawRequest } from './draw-request.ts';
import { encodeStyles } from './encode-styles.ts';
import { checkMemory, estimateDrawBytes } from './estimate-memory.ts';
import type { BackendInfo, GenerationService } from './generation-service.ts';
import type { LayerQuestion, LayerReading } from './layer-question.ts';
import { makeSample, type SampleNetworks, stopIfAborted } from './make-sample.ts';
import { makeTruth } from './make-truth.ts';
import { createModelShelf, type ImageModel, type MaskModel } from './model-shelf.ts';
import { spotModelOf } from './models-of-recipe.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { SampleRecipe, SizeRecipe } from './recipe.ts';
import { renderMaps } from './render-maps.ts';
import { measureInstances } from './sample-measures.ts';
import { checkReference } from './self-test/check-reference.ts';

import { checkSpotModel } from './spot-model.ts';

/**
 * What the WASM backend's memory can grow to, less a tenth that is lost between large maps (measured with pix2pixHD's
 * official generator at 1024 × 1024 pixels).
 */
const WASM_MEMORY = 0.9 * 4_294_901_760;

/**
 * How far a mask's maps may fill what is free of WASM's heap, by the estimate: large ones leave holes that nothing fits
 * into. StyleGAN3-R at 1024 pixels in one piece (2.1 GiB by the estimate) found no place for a map where 3.4 GiB were
 * free; planned with 1.7 GiB it took a heap of 3.7 GiB, with 0.9 GiB one of 2.0 GiB in the same time.
 */
const FILLED_HEAP = 0.35;

/** Where the service runs. */
export interface GenerationOptions {
  wasmPaths?: BackendOptions['wasmPaths'];
  /** Bytes the networks may use, where the place knows that. */
  memoryLimit?: number;
}

/** As the original saves images: RGB where there are three channels, else the first one as grey. */
function toImage(pixels: FloatImage, { manifest }: ImageModel): ByteImage {
  const isGrey = manifest.config.outputIsGrey || pixels.channels !== 3;
  return toPixels(isGrey ? firstChannel(pixels) : pixels);
}

async function drawMask(
  { manifest, network }: MaskModel,
  recipe: SampleRecipe,
  memory: number,
  signal?: AbortSignal,
): Promise<ByteImage> {
  checkRecipe(recipe, manifest.config);
  const request = drawRequest(recipe, manifest.config, memory);
  const [mask] = await drawMasks(network, [request], signal);
  return toGreyLevels(mask);
}

async function renderPoints(
  model: ImageModel,
  mask: ByteImage,
  signal?: AbortSignal,
): Promise<ByteImage> {
  const request = { labels: mask, instances: null, features: null };
  return toImage(await renderImage(model.network, request, signal), model);
}

/**
 * The networks in this very thread: what the worker exposes, and what the command line calls. Jobs run one
 * after the other in the order they came; starting a backend drops the models.
 */
export function createGenerationService(options: GenerationOptions = {}): GenerationService {
  const shelf = createModelShelf();
  const inTurn = oneAtATime();
  let backend: BackendInfo['backend'] | null = null;

  function memoryLimit(): number {
    const limit = options.memoryLimit ?? Infinity;
    return backend === 'wasm' ? Math.min(limit, WASM_MEMORY) : limit;
  }

  /** What the loaded models take, with what the backend keeps for them. */
  function heldBytes(): number {
    return bytesWithCopies(backendMemory().bytes, backend);
  }

  /** What is left for maps; a mask is drawn in tiles where it would take more. */
  function freeMemory(): number {
    const free = memoryLimit() - heldBytes();
    return backend === 'wasm' ? free * FILLED_HEAP : free;
  }

  function checkDraw({ manifest }: MaskModel, recipe: SampleRecipe): void {
    checkCanvas(recipe, manifest);
    const memory = freeMemory();
    const needed = estimateDrawBytes(manifest, { canvas: recipe.canvas, memory, backend });
    const hint = 'Choose a smaller mask model or canvas, or another backend.';
    checkMemory(heldBytes() + needed, memoryLimit(), hint);
  }

  function checkRender(
    { manifest }: ImageModel,
    { width, height }: Pick<SizeRecipe, 'width' | 'height'>,
  ): void {
    const needed = estimateRenderBytes(manifest.config, width, height, backend ?? undefined);
    const own = bytesWithCopies(generatorBytes(manifest.config), backend);
    const others = Math.max(0, heldBytes() - own);
    checkMemory(others + needed, memoryLimit(), 'Choose a smaller size or another backend.');
  }

  function checkEncode(needed: number): void {
    checkMemory(heldBytes() + needed, memoryLimit(), 'Use a smaller image or a part of it.');
  }

  /** @param onModule sees what the image model makes on the way. */
  function networksOf(recipe: SampleRecipe, onModule?: ModuleObserver): SampleNetworks {
    const mask = shelf.maskModel(recipe.maskModel);
    const image = recipe.imageModel && shelf.imageModel(recipe.imageModel);
    checkDraw(mask, recipe);
    const spotReference = spotModelOf(recipe);
    const spots = spotReference && shelf.imageModel(spotReference);
    if (image) checkRender(image, recipe.size);
    if (spots) {
      checkSpotModel(spots.manifest);
      checkRender(spots, recipe.size);
    }
    return {
      drawMask: (of, signal) => drawMask(mask, of, freeMemory(), signal),
      image: image && {
        manifest: image.manifest,
        async render(request, signal) {
          return toImage(await renderImage(image.network, request, signal, onModule), image);
        },
      },
      renderSpots: spots && ((mask, signal) => renderPoints(spots, mask, signal)),
    };
  }

  /** The mask is drawn whole, as its maps are those of the training size. */
  async function inspectMask(
    recipe: SampleRecipe,
    channel: LayerQuestion['channel'],
  ): Promise<LayerReading> {
    const { manifest, network } = shelf.maskModel(recipe.maskModel);
    checkRecipe(recipe, manifest.config);
    const hint = 'Choose a smaller mask model or another backend.';
    checkMemory(heldBytes() + estimateDrawBytes(manifest, { backend }), memoryLimit(), hint);
    const request = drawRequest({ ...recipe, canvas: null }, manifest.config);
    return inspectMaskLayers(network, request, channel);
  }

  async function inspectImage(
    recipe: SampleRecipe,
    channel: LayerQuestion['channel'],
    signal?: AbortSignal,
  ): Promise<LayerReading> {
    if (!recipe.imageModel) {
      throw new CytoForgeError('bad-recipe', 'This sample has no image, so no layers made one.', {
        hint: 'Choose an image model.',
      });
    }
    const tap = tapLayers(channel);
    try {
      const networks = networksOf(recipe, ({ name }, output) => tap.observe(name, output));
      await makeSample(recipe, networks, signal);
      return await tap.read();
    } finally {
      tap.dispose();
    }
  }

  return {
    start: (choice) =>
      inTurn(async () => {
        shelf.clear();
        const info = await useBackend(choice, { wasmPaths: options.wasmPaths });
        backend = info.backend;
        return info;
      }),
    load: (bundle) => inTurn(async () => shelf.load(bundle)),
    unload: (sha256) => inTurn(async () => shelf.unload(sha256)),
    makeRawMask: (recipe, signal) =>
      inTurn(async () => {
        stopIfAborted(signal);
        const model = shelf.maskModel(recipe.maskModel);
        checkDraw(model, recipe);
        return drawMask(model, recipe, freeMemory(), signal);
      }),
    makeSample: (recipe, signal) =>
      inTurn(async () => {
        stopIfAborted(signal);
        return makeSample(recipe, networksOf(recipe), signal);
      }),
    measureSample: (recipe, rawMask, signal) =>
      inTurn(async () => {
        stopIfAborted(signal);
        let mask = rawMask;
        if (!mask) {
          const model = shelf.maskModel(recipe.maskModel);
          checkDraw(model, recipe);
          mask = await drawMask(model, recipe, freeMemory(), signal);
        }
        return measureInstances(makeTruth(mask, recipe.truth, recipe.size).instances, recipe.size);
      }),
    inspectLayers: (recipe, { network, channel }, signal) =>
      inTurn(async () => {
        stopIfAborted(signal);
        return network === 'mask'
          ? inspectMask(recipe, channel)
          : inspectImage(recipe, channel, signal);
      }),
    makeLatents: (recipe) =>
      inTurn(async () => {
        const { manifest, network } = shelf.maskModel(recipe.maskModel);
        checkRecipe(recipe, manifest.config);
        const { numWs, wDim } = manifest.config;
        return {
          numWs,
          wDim,
          data: await drawLatents(network, drawRequest(recipe, manifest.config)),
        };
      }),
    makeMaskOfLatents: (recipe, { data }) =>
      inTurn(async () => {
        const model = shelf.maskModel(recipe.maskModel);
        checkDraw(model, recipe);
        const settings = drawRequest(recipe, model.manifest.config, freeMemory());
        return toGreyLevels(await drawFromLatents(model.network, data, settings));
      }),
    encodeStyles: (request, signal) =>
      inTurn(async () => {
        stopIfAborted(signal);
        const { manifest, network } = shelf.imageModel(request.imageModel);
        return encodeStyles(request, manifest, network, checkEncode, signal);
      }),
    renderMaps: (imageModel, request, signal) =>
      inTurn(async () => {
        stopIfAborted(signal);
        const model = shelf.imageModel(imageModel);
        checkRender(model, request.labels);
        if (request.styles.kind === 'image') {
          const { width, height } = request.labels;
          checkEncode(estimateEncodeBytes(model.manifest.config, width, height));
        }
        return renderMaps(request, model.network, signal);
      }),
    clusterStyles: async (styles, clusterOptions) => clusterStyles(styles, clusterOptions),
    checkReference: (sha256, one, arrays) =>
      inTurn(() => checkReference(shelf.model(sha256), one, arrays)),
    memory: async () => backendMemory(),
  };
}
