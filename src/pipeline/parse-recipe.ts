import * as v from 'valibot';
import { CytoForgeError } from '../errors.ts';
import type { SampleRecipe } from './recipe.ts';
import { oneOf, real, whole } from './recipe-ranges.ts';
import { LARGEST_SEED } from './seed-ranges.ts';
import { opticsSchema, spotsSchema } from './spots-schema.ts';

/** Largest side of a sample in pixels: PNG and label maps go further, devices do not. */
export const LARGEST_SIDE = 16_384;

const modelReferenceSchema = v.strictObject({
  name: v.string('a model name'),
  sha256: v.pipe(v.string('a SHA-256 in hex'), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex')),
});

const seed = whole(0, LARGEST_SEED);

/** Most seeds in one blend. */
const MOST_BLENDED = 1024;

/** Styles in one palette, and numbers in one style. */
const LARGEST_PALETTE = 1024;

const paletteSchema = v.strictObject({
  name: v.pipe(v.string('a name'), v.maxLength(200, 'at most 200 letters')),
  centres: v.record(
    v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,4})$/, 'a label')),
    v.pipe(
      v.array(
        v.pipe(v.array(real(-1e6, 1e6)), v.maxLength(LARGEST_PALETTE, 'at most 1024 features')),
        'feature vectors',
      ),
      v.maxLength(LARGEST_PALETTE, 'at most 1024 styles'),
    ),
  ),
});

/** Letters in the encoded label map of one sample: more than the largest needs. */
const LONGEST_RUNS = 64_000_000;

const runs = v.pipe(
  v.string('runs in base64'),
  v.maxLength(LONGEST_RUNS, 'at most 64 million letters'),
  v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'runs in base64'),
);

const editsSchema = v.strictObject({
  width: whole(1, LARGEST_SIDE),
  height: whole(1, LARGEST_SIDE),
  labels: runs,
  nuclei: v.nullable(runs),
});

/** Ranges of the recipe's groups; the URL codec reads fields by the same rules. */
export const recipeFields = {
  seed,
  /** Recipes from before blends, mixes and canvases do not have the three. */
  blend: v.optional(
    v.pipe(
      v.array(v.strictObject({ seed, weight: real(-1000, 1000) }), 'seeds with weights'),
      v.maxLength(MOST_BLENDED, `at most ${MOST_BLENDED} seeds`),
    ),
    [],
  ),
  mix: v.optional(
    v.nullable(v.strictObject({ seed, layers: v.array(whole(0, 63), 'indices of w') })),
    null,
  ),
  canvas: v.optional(
    v.nullable(v.strictObject({ width: whole(1, LARGEST_SIDE), height: whole(1, LARGEST_SIDE) })),
    null,
  ),
  classIndex: v.nullable(whole(0, 65_535)),
  psi: real(-10, 10),
  cutoff: v.nullable(whole(0, 64)),
  transform: v.strictObject({
    translateX: real(-100, 100),
    translateY: real(-100, 100),
    rotateDegrees: real(-36_000, 36_000),
  }),
  /** Recipes from before StyleGAN2 do not say it. */
  noiseMode: v.optional(oneOf('const', 'random', 'none'), 'const'),
  truth: v.strictObject({
    threshold: v.union([real(0, 256), v.literal('otsu')], 'a number from 0 to 256, or otsu'),
    fillHoles: v.boolean('true or false'),
    split: oneOf('components', 'watershed'),
    smallestObject: real(0, LARGEST_SIDE ** 2),
  }),
  size: v.strictObject({
    width: whole(1, LARGEST_SIDE),
    height: whole(1, LARGEST_SIDE),
    resampling: oneOf('bicubic', 'nearest'),
  }),
  style: v.strictObject({
    mode: oneOf('cluster', 'sampled'),
    cluster: whole(0, 65_535),
    seed: whole(0, LARGEST_SEED),
    byInstance: v.record(
      v.pipe(v.string(), v.regex(/^(0|[1-9]\d{0,4})$/, 'an instance id')),
      whole(0, 65_535),
    ),
    palette: v.optional(v.nullable(paletteSchema), null),
  }),
  /** Recipes from before the editor and the spots do not have the three. */
  edits: v.optional(v.nullable(editsSchema), null),
  spots: v.optional(v.nullable(spotsSchema(seed, modelReferenceSchema)), null),
  optics: v.optional(v.nullable(opticsSchema(seed)), null),
};

const recipeSchema = v.strictObject({
  version: v.literal(1, 'version 1'),
  maskModel: modelReferenceSchema,
  imageModel: v.nullable(modelReferenceSchema),
  ...recipeFields,
});

/**
 * Reads a recipe out of parsed JSON.
 * @param where What is being read, for the message, e.g. `dataset.json, sample 3`.
 * @throws CytoForgeError `bad-recipe` that names the first wrong field, what stands there and what should.
 */
export function parseRecipe(value: unknown, where = 'recipe'): SampleRecipe {
  const version = (value as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version !== 1) {
    throw new CytoForgeError('bad-recipe', 'The recipe was written by another version.', {
      where,
      found: `recipe version ${version}`,
      expected: 'recipe version 1',
      hint: 'Use the version of CytoForge that wrote it, or a newer one.',
    });
  }
  const result = v.safeParse(recipeSchema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  const unknown = issue.type === 'strict_object' && issue.expected === 'never';
  throw new CytoForgeError('bad-recipe', 'The recipe cannot be used.', {
    where: path ? `${where}, field ${path}` : where,
    found: unknown ? 'a field that recipes do not have' : issue.received,
    expected: expectation(issue),
  });
}

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return issue.message;
  if (issue.expected === 'never') return 'only the known fields';
  return issue.expected === 'Object' ? 'an object' : 'this field to be there';
}
