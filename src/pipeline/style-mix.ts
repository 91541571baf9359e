import type { SampleRecipe } from './recipe.ts';

/** A matrix of style mixes, in the terms of StyleGAN2-ADA's `style_mixing.py`. */
export interface MixPlan {
  /** Seeds whose w are kept where the others do not come in. */
  rows: readonly number[];
  /** Seeds whose w come in. */
  columns: readonly number[];
  /** Which w come from the columns. */
  layers: readonly number[];
}

/**
 * The recipe of one cell. A seed mixed with itself is the seed.
 * @param template Every other setting of the matrix.
 */
export function mixRecipe(
  { layers }: Pick<MixPlan, 'layers'>,
  template: SampleRecipe,
  row: number,
  column: number,
): SampleRecipe {
  const mix = row === column ? null : { seed: column, layers: [...layers] };
  return { ...template, seed: row, blend: [], mix };
}
