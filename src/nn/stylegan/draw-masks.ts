import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, FloatImage } from '../../imaging/image.ts';
import * as tf from '../tf.ts';
import { assembleTiles } from './assemble-tiles.ts';
import type { CanvasDrawing, DrawSettings, MaskNetwork } from './mask-network.ts';

/** One mask to draw. */
export interface DrawRequest extends DrawSettings {
  /** `[zDim]`, as NumPy draws it. */
  z: Float64Array;
  classIndex: number | null;
  psi: number;
  cutoff: number | null;
}

function checkRequest({ config }: MaskNetwork, request: DrawRequest): void {
  const { zDim, cDim } = config;
  if (request.z.length !== zDim) {
    throw new CytoForgeError('bad-recipe', 'z does not fit the model.', {
      found: `${request.z.length} numbers`,
      expected: `${zDim}`,
    });
  }
  const classIndex = cDim > 0 ? request.classIndex : 0;
  if (classIndex === null || !(classIndex >= 0 && classIndex < Math.max(cDim, 1))) {
    throw new CytoForgeError('bad-recipe', 'The class is not one of the model.', {
      found: String(request.classIndex),
      expected: `0 to ${cDim - 1}`,
    });
  }
}

/** The w of a request, `[1, numWs, wDim]`. */
function mapRequest(model: MaskNetwork, request: DrawRequest): tf.Tensor3D {
  const { zDim, cDim } = model.config;
  return tf.tidy(() => {
    const z = tf.tensor2d(Float32Array.from(request.z), [1, zDim]);
    const classes = new Float32Array(cDim).fill(
      1,
      request.classIndex ?? 0,
      (request.classIndex ?? 0) + 1,
    );
    const c = cDim > 0 ? tf.tensor2d(classes, [1, cDim]) : null;
    return model.mapping(z, c, { psi: request.psi, cutoff: request.cutoff });
  });
}

function openRequest(model: MaskNetwork, request: DrawRequest): CanvasDrawing {
  const ws = mapRequest(model, request);
  try {
    return model.openCanvas(ws, request);
  } finally {
    ws.dispose();
  }
}

/** A turn of the event loop: the abort message could not arrive otherwise. */
async function turn(signal?: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
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
  for (const request of requests) checkRequest(model, request);
  signal?.throwIfAborted();
  const images: FloatImage[] = [];
  for (const request of requests) {
    if (images.length > 0) await turn(signal);
    const drawing = openRequest(model, request);
    try {
      images.push(await assembleTiles(drawing, () => turn(signal)));
    } finally {
      drawing.dispose();
    }
  }
  return images;
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
