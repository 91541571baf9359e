/**
 * Endings of the names of a frozen graph's constants, and the weights of the layer before them. `tensorflowjs_converter`
 * may fold a batch norm into its convolution: then the convolution's constants end in `_weights` and `_bn_offset`, and the
 * latter, `folded_bias` here, has its bias in it.
 */
const GRAPH_ENDINGS: [ending: RegExp, weight: string][] = [
  [/\/Conv2D(\/ReadVariableOp(_\d+)?|_weights)?$/, 'kernel'],
  [/\/Conv2D_bn_offset$/, 'folded_bias'],
  [/\/BiasAdd(\/ReadVariableOp)?$/, 'bias'],
  [/\/FusedBatchNorm(V\d)?\/ReadVariableOp$/, 'moving_mean'],
  [/\/FusedBatchNorm(V\d)?\/ReadVariableOp_1$/, 'moving_variance'],
  [/\/ReadVariableOp$/, 'gamma'],
  [/\/ReadVariableOp_1$/, 'beta'],
];

const KERAS_WEIGHT = /([^/]+)\/(kernel|bias|gamma|beta|moving_mean|moving_variance)$/;

/**
 * The Keras layer and weight that a TensorFlow.js name is of, `<layer>/<weight>`: of a layers model (`[model/]layer/
 * kernel`) or of a graph model (`StatefulPartitionedCall/model/layer/Conv2D/ReadVariableOp`). Null for other constants.
 */
export function kerasName(name: string): string | null {
  const bare = name.replace(/:\d+$/, '');
  const keras = KERAS_WEIGHT.exec(bare);
  if (keras) return `${keras[1]}/${keras[2]}`;
  const found = GRAPH_ENDINGS.find(([ending]) => ending.test(bare));
  if (!found) return null;
  const [ending, weight] = found;
  const path = bare.replace(ending, '');
  return `${path.slice(path.lastIndexOf('/') + 1)}/${weight}`;
}
