import * as v from 'valibot';
import { parseRecipe } from '../parse-recipe.ts';
import type { DatasetPlan } from './dataset-plan.ts';
import { badPlan, planFields } from './parse-plan.ts';

const recipes = v.optional(v.array(v.unknown(), 'recipes'), []);

const fileSchema = v.strictObject({
  version: v.optional(v.literal(1, 'plan version 1')),
  fileName: v.optional(v.string('a file name')),
  seeds: v.optional(v.string('seed ranges')),
  template: v.optional(v.unknown()),
  inPlace: recipes,
  chosen: recipes,
  bundles: v.optional(v.unknown()),
  ...planFields,
});

/** What a plan file decides; the rest is as the models propose it. */
export type PlanFile = Omit<DatasetPlan, 'fileName' | 'bundles' | 'seeds' | 'template'> & {
  seeds: string | null;
  template: DatasetPlan['template'] | null;
};

/**
 * Reads a plan that a person wrote, in which all but what they want may be left out, or the one in a `dataset.json`.
 * @param where The file's name, for messages.
 * @throws CytoForgeError `bad-recipe` that names the first wrong field.
 */
export function parsePlanFile(value: unknown, where: string): PlanFile {
  const isDataset = (value as { format?: unknown } | null)?.format === 'cytoforge-dataset';
  const text = isDataset ? (value as { plan?: unknown }).plan : value;
  const result = v.safeParse(fileSchema, text, { abortEarly: true });
  if (!result.success) throw badPlan(isDataset ? `${where}, field plan` : where, result.issues);
  const { fileName, bundles, version, seeds, template, inPlace, chosen, ...rest } = result.output;
  const recipeAt = (field: string) => (recipe: unknown) =>
    parseRecipe(recipe, `${where}, ${field}`);
  return {
    version: 1,
    ...rest,
    seeds: seeds ?? null,
    template: template === undefined ? null : recipeAt('template')(template),
    inPlace: inPlace.map(recipeAt('inPlace')),
    chosen: chosen.map(recipeAt('chosen')),
  };
}
