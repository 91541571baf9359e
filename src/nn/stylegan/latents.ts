import { CytoForgeError } from '../../errors.ts';
import { readTensor } from '../backend/read-tensor.ts';
import * as tf from '../tf.ts';
import type { MaskNetwork } from './mask-network.ts';

/** A z `[zDim]`, as NumPy draws it, and how much of its w goes into a sum. */
export interface WeightedLatent {
  z: Float64Array;
  weight: number;
}

/** Style mixing: these w (0 … numWs - 1) come from another z `[zDim]`. */
export interface LatentMix {
  z: Float64Array;
  layers: readonly number[];
}

/** Where the w of one sample come from. */
export interface LatentRequest {
  /** `[zDim]`, as NumPy draws it. */
  z: Float64Array;
  /** Where there are any, w is the weighted sum of theirs, and `z` has no part in it. */
  blend?: readonly WeightedLatent[];
  mix?: LatentMix | null;
  /** Every z of the request is mapped with this class. */
  classIndex: number | null;
  psi: number;
  cutoff: number | null;
}

function refuse(message: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('bad-recipe', message, { found, expected });
}

/** @throws CytoForgeError `bad-recipe` when a z, a class or a mixed w does not fit the model. */
export function checkLatentRequest({ config }: MaskNetwork, request: LatentRequest): void {
  const { zDim, cDim, numWs } = config;
  const { z, blend = [], mix } = request;
  for (const each of [z, ...blend.map((part) => part.z), ...(mix ? [mix.z] : [])]) {
    if (each.length !== zDim) {
      throw refuse('z does not fit the model.', `${each.length} numbers`, `${zDim}`);
    }
  }
  const classIndex = cDim > 0 ? request.classIndex : 0;
  if (classIndex === null || !(classIndex >= 0 && classIndex < Math.max(cDim, 1))) {
    const found = String(request.classIndex);
    throw refuse('The class is not one of the model.', found, `0 to ${cDim - 1}`);
  }
  const absent = mix?.layers.find((layer) => !(layer >= 0 && layer < numWs));
  if (absent !== undefined) {
    throw refuse(
      'The mix names a w that the model does not have.',
      `${absent}`,
      `0 to ${numWs - 1}`,
    );
  }
}

/** The w of one z before truncation, `[1, numWs, wDim]`. */
function mapLatent(model: MaskNetwork, z: Float64Array, classIndex: number | null): tf.Tensor3D {
  const { zDim, cDim } = model.config;
  return tf.tidy(() => {
    const row = tf.tensor2d(Float32Array.from(z), [1, zDim]);
    const at = classIndex ?? 0;
    const classes = new Float32Array(cDim).fill(1, at, at + 1);
    return model.mapping(row, cDim > 0 ? tf.tensor2d(classes, [1, cDim]) : null);
  });
}

/** One z at a time, so that each w has the bits that it has alone. */
function blendLatents(model: MaskNetwork, { z, blend, classIndex }: LatentRequest): tf.Tensor3D {
  if (!blend || blend.length === 0) return mapLatent(model, z, classIndex);
  return blend.reduce<tf.Tensor3D | null>(
    (sum, part) =>
      tf.tidy(() => {
        const weighted = tf.mul<tf.Tensor3D>(mapLatent(model, part.z, classIndex), part.weight);
        if (!sum) return weighted;
        const next = tf.add<tf.Tensor3D>(sum, weighted);
        sum.dispose();
        return next;
      }),
    null,
  ) as tf.Tensor3D;
}

function mixLatents(ws: tf.Tensor3D, others: tf.Tensor3D, layers: readonly number[]): tf.Tensor3D {
  const numWs = ws.shape[1];
  const rows = Array.from({ length: numWs }, (_, at) => (layers.includes(at) ? numWs + at : at));
  return tf.gather(tf.concat([ws, others], 1), tf.tensor1d(rows, 'int32'), 1);
}

/**
 * The w of a request, `[1, numWs, wDim]`: blended, then mixed, then truncated. `gen_video.py`, `style_mixing.py`
 * and the visualizer (spec A.12) truncate each seed's w first, which is the same for a mix and for weights that
 * add up to 1.
 */
export function latentTensor(model: MaskNetwork, request: LatentRequest): tf.Tensor3D {
  return tf.tidy(() => {
    const { mix, classIndex, psi, cutoff } = request;
    const own = blendLatents(model, request);
    const mixed = mix ? mixLatents(own, mapLatent(model, mix.z, classIndex), mix.layers) : own;
    return model.truncate(mixed, { psi, cutoff });
  });
}

/**
 * The w of a request as numbers, `[numWs, wDim]`: what the synthesis is given.
 * @throws CytoForgeError `bad-recipe`.
 */
export async function drawLatents(
  model: MaskNetwork,
  request: LatentRequest,
): Promise<Float32Array> {
  checkLatentRequest(model, request);
  const ws = latentTensor(model, request);
  try {
    return await readTensor(ws);
  } finally {
    ws.dispose();
  }
}
