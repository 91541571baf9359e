import { CELLPOSE_RECIPE } from './cellpose/cellpose-recipe.ts';
import { MASKRCNN_RECIPE } from './maskrcnn/maskrcnn-recipe.ts';
import { MESMER_RECIPE } from './mesmer/mesmer-recipe.ts';
import type { TrainingRecipe } from './training-recipe.ts';
import { U2NETP_RECIPE } from './u2net/u2net-recipe.ts';

/** Every network that can be trained. */
export const TRAINING_RECIPES: readonly TrainingRecipe[] = [
  U2NETP_RECIPE,
  CELLPOSE_RECIPE,
  MESMER_RECIPE,
  MASKRCNN_RECIPE,
];
