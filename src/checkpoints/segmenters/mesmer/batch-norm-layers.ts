/** A batch norm with the convolution before it. */
export interface BatchNormLayer {
  convolution: string;
  norm: string;
  epsilon: number;
}

/** Epsilon of the batch norms of Keras' ResNets. */
export const BACKBONE_EPSILON = 1.001e-5;

/** Keras' own default, which the heads keep. */
export const HEAD_EPSILON = 1e-3;

/** The batch norm after a PanopticNet's convolution; null after those without one. */
export function batchNormOf(convolution: string): BatchNormLayer | null {
  if (/^conv\d+(_block\d+_\d+)?_conv$/.test(convolution)) {
    return { convolution, norm: convolution.replace(/conv$/, 'bn'), epsilon: BACKBONE_EPSILON };
  }
  const head = /^conv_0_semantic_(\d+)$/.exec(convolution);
  if (!head) return null;
  const norm = `batch_normalization_0_semantic_${head[1]}`;
  return { convolution, norm, epsilon: HEAD_EPSILON };
}

/** The batch norm of this name; null for layers that are none. */
export function batchNormBehind(norm: string): BatchNormLayer | null {
  const head = /^batch_normalization_0_semantic_(\d+)$/.exec(norm);
  if (head) return batchNormOf(`conv_0_semantic_${head[1]}`);
  return norm.endsWith('_bn') ? batchNormOf(norm.replace(/bn$/, 'conv')) : null;
}
