import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, FloatImage } from '../../imaging/image.ts';
import { readTensor } from '../backend/read-tensor.ts';
import * as tf from '../tf.ts';
import type { StyleGan3 } from './load-stylegan3.ts';
import { inverseTransform, type Placement } from './transform.ts';

/** One mask to draw. */
export interface DrawRequest {
  /** `[zDim]`, as NumPy draws it. */
  z: Float64Array;
  classIndex: number | null;
  psi: number;
  cutoff: number | null;
  transform: Placement;
}

/** Samples that go through the network together; on WASM and CPU there is nothing to gain from more than one. */
const GPU_BATCH = 4;

function checkRequest({ config }: StyleGan3, request: DrawRequest): void {
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

function drawTensor(model: StyleGan3, requests: DrawRequest[]): tf.Tensor4D {
  const { zDim, cDim } = model.config;
  const values = new Float32Array(requests.length * zDim);
  const classes = new Float32Array(requests.length * cDim);
  for (const [i, request] of requests.entries()) {
    values.set(request.z, i * zDim);
    if (cDim > 0) classes[i * cDim + (request.classIndex ?? 0)] = 1;
  }
  return tf.tidy(() => {
    const z = tf.tensor2d(values, [requests.length, zDim]);
    const c = cDim > 0 ? tf.tensor2d(classes, [requests.length, cDim]) : null;
    const ws = model.mapping(z, c, {
      psi: requests.map(({ psi }) => psi),
      cutoff: requests.map(({ cutoff }) => cutoff),
    });
    const placements = requests.map(({ transform }) => inverseTransform(transform));
    return model.synthesis(ws, placements);
  });
}

function splitImages([n, height, width, channels]: number[], data: Float32Array): FloatImage[] {
  const size = height * width * channels;
  return Array.from({ length: n }, (_, i) => ({
    width,
    height,
    channels,
    data: data.slice(i * size, (i + 1) * size),
  }));
}

/**
 * Draws masks: the generator's own pixels, about [-1, 1], not clamped, in the order of the requests.
 * @throws CytoForgeError `bad-recipe`; an `AbortError` when `signal` says so, between two batches.
 */
export async function drawMasks(
  model: StyleGan3,
  requests: DrawRequest[],
  signal?: AbortSignal,
): Promise<FloatImage[]> {
  for (const request of requests) checkRequest(model, request);
  const batch = tf.getBackend() === 'webgpu' ? GPU_BATCH : 1;
  const images: FloatImage[] = [];
  for (let from = 0; from < requests.length; from += batch) {
    // A turn of the event loop: the abort message could not arrive otherwise.
    if (from > 0) await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    const drawn = drawTensor(model, requests.slice(from, from + batch));
    try {
      images.push(...splitImages(drawn.shape, await readTensor(drawn)));
    } finally {
      drawn.dispose();
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
