import * as v from 'valibot';
import { LAYOUTS } from '../../dataset/layouts/layout-name.ts';
import { CytoForgeError } from '../../errors.ts';
import { parseRecipe } from '../parse-recipe.ts';
import { real, whole } from '../recipe-ranges.ts';
import { LARGEST_SEED } from '../seed-ranges.ts';
import type { DatasetPlan } from './dataset-plan.ts';

const rangeOf = (least: number, most: number) =>
  v.pipe(
    v.strictObject({ from: real(least, most), to: real(least, most) }),
    v.check(({ from, to }) => from <= to, 'a range that runs upwards'),
  );
const gateOf = (most: number) =>
  v.pipe(
    v.strictObject({ from: v.nullable(real(0, most)), to: v.nullable(real(0, most)) }),
    v.check(
      ({ from, to }) => from === null || to === null || from <= to,
      'a range that runs upwards',
    ),
  );

const featureValues = v.object({
  count: v.number(),
  mean: v.number(),
  values: v.array(v.number()),
});

/** Of a real set that was measured. */
export const summarySchema = v.object({
  name: v.string('a name'),
  samples: v.number(),
  objects: v.number(),
  spots: v.number(),
  features: v.object({
    cells: featureValues,
    coverage: featureValues,
    area: featureValues,
    eccentricity: featureValues,
    intensity: featureValues,
  }),
  styles: v.record(v.string(), v.number()),
});

const bundleSchema = v.object({
  name: v.string('a model name'),
  sha256: v.string('a SHA-256 in hex'),
  architecture: v.picklist(['stylegan3', 'stylegan2', 'pix2pixhd'], 'an architecture'),
  licence: v.string('a licence note'),
});

/** What of a plan is not a recipe and can be left out in a file written by hand. */
export const planFields = {
  psi: v.optional(v.nullable(rangeOf(-10, 10)), null),
  styleWeights: v.optional(
    v.nullable(
      v.pipe(
        v.array(real(0, 1e6), 'weights'),
        v.maxLength(1024, 'at most 1024 weights'),
        v.check((weights) => weights.some((weight) => weight > 0), 'a weight above 0'),
      ),
    ),
    null,
  ),
  optics: v.optional(
    v.nullable(
      v.strictObject({
        psfSigma: rangeOf(0, 100),
        photonsAtWhite: rangeOf(0, 1e6),
        readNoise: rangeOf(0, 255),
        offset: rangeOf(-255, 255),
      }),
    ),
    null,
  ),
  drawSeed: v.optional(whole(0, LARGEST_SEED), 0),
  gates: v.optional(
    v.nullable(
      v.strictObject({
        cells: v.optional(gateOf(65_535), { from: null, to: null }),
        noBorder: v.optional(v.boolean('true or false'), false),
        coverage: v.optional(gateOf(1), { from: null, to: null }),
        intensity: v.optional(gateOf(255), { from: null, to: null }),
        tries: v.optional(whole(1, 1000), 20),
      }),
    ),
    null,
  ),
  layouts: v.optional(v.array(v.picklist(LAYOUTS, `one of ${LAYOUTS.join(', ')}`)), ['coco']),
  report: v.optional(
    v.nullable(
      v.strictObject({
        language: v.picklist(['en', 'zh-CN'], 'en or zh-CN'),
        real: v.optional(v.nullable(summarySchema), null),
      }),
    ),
    null,
  ),
};

const recipe = (where: string) =>
  v.pipe(
    v.unknown(),
    v.transform((value) => parseRecipe(value, `plan, ${where}`)),
  );

const planSchema = v.strictObject({
  version: v.literal(1, 'plan version 1'),
  fileName: v.pipe(v.string('a file name'), v.maxLength(255, 'at most 255 letters')),
  seeds: v.string('seed ranges'),
  template: recipe('template'),
  inPlace: v.array(recipe('inPlace'), 'recipes'),
  chosen: v.array(recipe('chosen'), 'recipes'),
  ...planFields,
  bundles: v.array(bundleSchema, 'models'),
});

/** The refusal of a plan, by the first field that is wrong. */
export function badPlan(where: string, [issue]: readonly v.BaseIssue<unknown>[]): CytoForgeError {
  const path = v.getDotPath(issue);
  const unknown = issue.type === 'strict_object' && issue.expected === 'never';
  return new CytoForgeError('bad-recipe', 'The plan cannot be used.', {
    where: path ? `${where}, field ${path}` : where,
    found: unknown ? 'a field that plans do not have' : issue.received,
    expected: unknown ? 'only the known fields' : issue.message,
  });
}

/** What was written down before plans had a version: the recipe of the seed in view came along. */
const earlierSchema = v.looseObject({
  seeds: v.string(),
  fileName: v.string(),
  template: v.unknown(),
  inView: v.unknown(),
  manifests: v.array(
    v.looseObject({
      name: v.string(),
      architecture: v.string(),
      provenance: v.looseObject({ weightsSha256: v.string(), licence: v.string() }),
    }),
  ),
});

function ofEarlierVersion(value: unknown): unknown {
  const earlier = v.safeParse(earlierSchema, value);
  if (!earlier.success) return value;
  const { seeds, fileName, template, inView, manifests } = earlier.output;
  const bundles = manifests.map(({ name, architecture, provenance }) => ({
    name,
    sha256: provenance.weightsSha256,
    architecture,
    licence: provenance.licence,
  }));
  const plan = { version: 1, fileName, seeds, template, chosen: [], bundles };
  return { ...plan, inPlace: inView === undefined ? [] : [inView] };
}

/**
 * Reads a plan out of parsed JSON; one that was written before plans had a version too.
 * @param where What is being read, for messages.
 * @throws CytoForgeError `bad-recipe` that names the first wrong field.
 */
export function parsePlan(value: unknown, where = 'plan'): DatasetPlan {
  const result = v.safeParse(planSchema, ofEarlierVersion(value), { abortEarly: true });
  if (!result.success) throw badPlan(where, result.issues);
  return result.output;
}
