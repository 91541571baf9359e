import type { SampleRecipe } from '../pipeline/recipe.ts';

/** A sample that a person kept: a favourite, one with a note, or one with edits. */
export interface KeptSample {
  id: string;
  recipe: SampleRecipe;
  favourite: boolean;
  note: string;
  /** Where its label map came from: the generator, a dropped image, or a dropped data set. */
  origin: 'seed' | 'image' | 'dataset';
  /** Of the dropped file; empty for seeds. */
  name: string;
  /** Milliseconds since 1970 of the last change. */
  changed: number;
}
