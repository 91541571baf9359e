import * as v from 'valibot';
import { CytoForgeError } from '../../errors.ts';

const text = v.pipe(v.string(), v.maxLength(1000));
const side = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));
const finite = v.pipe(v.number(), v.finite());

const quantization = v.union([
  v.object({ dtype: v.picklist(['uint8', 'uint16']), scale: finite, min: finite }),
  v.object({ dtype: v.literal('float16') }),
]);

const weight = v.object({
  name: text,
  shape: v.array(side),
  dtype: v.picklist(['float32', 'int32', 'bool', 'uint8', 'complex64']),
  quantization: v.optional(quantization),
});

const manifest = v.object({
  weightsManifest: v.array(v.object({ paths: v.array(text), weights: v.array(weight) })),
});

/** One weight of a TensorFlow.js model: what it is, and how its numbers are stored. */
export type TfjsWeight = v.InferOutput<typeof weight>;

/** Weights that lie end to end in files. */
export interface TfjsGroup {
  /** File names beside `model.json`. */
  paths: string[];
  weights: TfjsWeight[];
}

/** What `tensorflowjs_converter` wrote beside a model's weights, without its graph. */
export interface TfjsManifest {
  groups: TfjsGroup[];
}

/** Whether parsed JSON is the `model.json` of a TensorFlow.js graph model or layers model. */
export function isTfjsModel(json: unknown): boolean {
  const known = v.object({ weightsManifest: v.array(v.unknown()), modelTopology: v.unknown() });
  const head = v.safeParse(known, json);
  return head.success && !(typeof json === 'object' && json !== null && 'architecture' in json);
}

/**
 * Reads the weights' part of a TensorFlow.js `model.json`.
 * @throws CytoForgeError `corrupt` with the path of the first field that is wrong.
 */
export function parseTfjsManifest(json: unknown): TfjsManifest {
  const result = v.safeParse(manifest, json);
  if (result.success) return { groups: result.output.weightsManifest };
  const [issue] = result.issues;
  throw new CytoForgeError('corrupt', 'This TensorFlow.js model cannot be read.', {
    where: v.getDotPath(issue) ?? 'model.json',
    found: issue.received,
    expected: issue.expected ?? issue.message,
    hint: 'Convert the model again with tensorflowjs_converter.',
  });
}
