import * as v from 'valibot';
import { CytoForgeError } from '../../errors.ts';

const text = v.pipe(v.string(), v.maxLength(200));
const number = v.pipe(v.number(), v.finite());
const id = v.pipe(v.number(), v.integer());
const named = { name: text, output: text };
const onMaps = { ...named, labels: text, instances: text };

const maskCase = v.object({
  ...named,
  kind: v.literal('mask'),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
  psi: number,
  classIndex: v.nullable(id),
  transform: v.object({ translateX: number, translateY: number, rotateDegrees: number }),
});

const clusterCase = v.object({
  ...onMaps,
  kind: v.literal('clusters'),
  clusters: v.pipe(v.array(v.tuple([id, id])), v.maxLength(10_000)),
});

const encodedCase = v.object({ ...onMaps, kind: v.literal('encoded'), image: text });

const labelCase = v.object({ ...named, kind: v.literal('labels'), labels: text });

const referenceSchema = v.object({
  format: v.literal('cytoforge-reference'),
  version: v.literal(1),
  /** What made the outputs, for people. */
  origin: v.pipe(v.string(), v.maxLength(1000)),
  cases: v.pipe(
    v.array(v.variant('kind', [maskCase, clusterCase, encodedCase, labelCase])),
    v.minLength(1),
    v.maxLength(200),
  ),
});

/**
 * One output of the original with what it was made from. Names such as `output` and `labels` are arrays of
 * `reference.npz`: levels of 0 to 255 `[C, H, W]`, classes and instance ids `[H, W]`.
 *
 * `mask`: a StyleGAN's image of a seed. `clusters`: pix2pixHD's image of maps, each instance id with its style
 * cluster. `encoded`: the same with the styles that the encoder finds in `image`. `labels`: of a label image alone.
 */
export type ReferenceCase = v.InferOutput<typeof referenceSchema>['cases'][number];

/** The whole of `reference.json` in a bundle. */
export type Reference = v.InferOutput<typeof referenceSchema>;

/**
 * Checks the text of a `reference.json`.
 * @throws CytoForgeError `corrupt` with the path of the first wrong field.
 */
export function parseReference(json: string): Reference {
  const refuse = (where: string, found: string, expected: string) =>
    new CytoForgeError('corrupt', 'The references of the model cannot be read.', {
      where,
      found,
      expected,
      hint: 'Convert the model again, or leave the references out.',
    });
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw refuse('reference.json', json.slice(0, 40), 'JSON text');
  }
  const result = v.safeParse(referenceSchema, data);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? 'reference.json';
  throw refuse(where, issue.received, issue.expected ?? issue.message);
}
