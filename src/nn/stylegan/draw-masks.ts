import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, FloatImage } from '../../imaging/image.ts';
import * as tf from '../tf.ts';
import { assembleTiles } from './assemble-tiles.ts';
import { checkLatentRequest, type LatentRequest, latentTensor } from './latents.ts';
import type { CanvasDrawing, DrawSettings, MaskNetwork } from './mask-network.ts';

/** One mask to draw. */
export interface DrawRequest extends LatentRequest, DrawSettings {}

/** A turn of the event loop: the abort message could not arrive otherwise. */
async function turn(signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
}

/** Draws from ws `[1, numWs, wDim]`, which it disposes. */
async function drawCanvas(
  model: MaskNetwork,
  ws: tf.Tensor3D,
  settings: DrawSettings,
  signal?: AbortSignal,
): Promise<FloatImage> {
  let drawing: CanvasDrawing;
  try {
    drawing = model.openCanvas(ws, settings);
  } finally {
    ws.dispose();
  }
  try {
    return await assembleTiles(drawing, () => turn(signal));
  } finally {
    drawing.dispose();
  }
}

/**
 * Draws masks: the generator's own pixels, about [-1, 1], not clamped, in the order of the requests. One at a
 * time, because GPUs add up the rows of a batch in another order, and a recipe must always give the same bits.
 * @throws CytoForgeError `bad-recipe`; an `AbortError` when `signal` says so, between two samples or tiles.
 */
export async function drawMasks(
  model: MaskNetwork,
  requests: DrawRequest[],
  signal?: AbortSignal,
): Promise<FloatImage[]> {
  for (const request of requests) checkLatentRequest(model, request);
  signal?.throwIfAborted();
  const images: FloatImage[] = [];
  for (const request of requests) {
    if (images.length > 0) await turn(signal);
    images.push(await drawCanvas(model, latentTensor(model, request), request, signal));
  }
  return images;
}

/**
 * Draws the mask of w that come from elsewhere, e.g. a file: as they are, without truncation.
 * @param ws `[numWs, wDim]`.
 * @throws CytoForgeError `bad-recipe` when there are more or fewer numbers.
 */
export async function drawFromLatents(
  model: MaskNetwork,
  ws: Float32Array,
  settings: DrawSettings,
): Promise<FloatImage> {
  const { numWs, wDim } = model.config;
  if (ws.length !== numWs * wDim) {
    throw new CytoForgeError('bad-recipe', 'The w do not fit the model.', {
      found: `${ws.length} numbers`,
      expected: `${numWs} × ${wDim}`,
    });
  }
  return drawCanvas(model, tf.tensor3d(ws, [1, numWs, wDim]), settings);
}

/** `floor(clamp(x * 127.5 + 128, 0, 255))`: the 8-bit levels that `gen_images.py` writes. */
export function toGreyLevels(image: FloatImage): ByteImage {
  const { width, height, channels } = image;
  if (channels < 1 || channels > 4) {
    throw new CytoForgeError('unsupported', 'The model draws an unusual number of channels.', {
      found: `${channels}`,
      expected: '1 to 4',
    });
  }
  const data = Uint8Array.from(image.data, (value) =>
    Math.max(0, Math.min(255, Math.fround(Math.fround(value * 127.5) + 128))),
  );
  return { width, height, channels: channels as ByteImage['channels'], data };
}
