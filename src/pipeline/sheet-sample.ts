import type { ByteImage, LabelImage } from '../imaging/image.ts';
import type { SampleRecipe } from './recipe.ts';

/** A sample on a contact sheet. */
export interface SheetItem {
  /** Running number in the set. */
  index: number;
  recipe: SampleRecipe;
  /** Small; the mask where there is no image. */
  picture: ByteImage;
  /** Objects in it; null when it was not counted. */
  cells: number | null;
}

/** A sample of a set in full. */
export interface SheetSample {
  index: number;
  recipe: SampleRecipe;
  mask: ByteImage;
  labels: LabelImage;
  image: ByteImage | null;
}
