import type { TrainingProgress } from '../training/checkpoint.ts';
import type { TrainingOptions } from '../training/training-options.ts';
import type { TrainingRecipe } from '../training/training-recipe.ts';
import { APP_VERSION } from '../version.ts';
import type { TrainingSet } from './training-data.ts';

/** What a card is made of. */
export interface TrainingFacts {
  name: string;
  recipe: TrainingRecipe;
  options: TrainingOptions;
  best: TrainingProgress;
  set: TrainingSet;
  /** A person's own words on the data. */
  note?: string;
}

/** The model card of a training, Markdown: data, options, and how far it came. */
export function trainingCard({ name, recipe, options, best, set, note }: TrainingFacts): string {
  const { augmentation, learningRate, optimizer } = options;
  const range = ([low, high]: readonly [number, number]) => `${low} to ${high}`;
  const objects = set.images.reduce((sum, { labels }) => sum + new Set(labels.data).size - 1, 0);
  return `# ${name}

Trained by CytoForge ${APP_VERSION}: \`cytoforge train segmenter --network ${recipe.name}\`.

## Data
${note ?? 'Nothing was said of it.'}

${set.images.length} images with some ${objects} objects; SHA-256 of the sorted list of files ${set.sha256}.
${Math.round(100 * options.validationShare)} % of the images, drawn with the seed, were held out for validation.

## Options
| option | value |
|---|---|
| steps | ${options.steps}, ${options.batchSize} examples each; the weights are those after step ${best.steps} |
| examples | ${augmentation.size} × ${augmentation.size} pixels; rotation ${augmentation.rotation}, flips ${augmentation.flips ? 'on' : 'off'}, scale ${range(augmentation.scale)}, gain ${range(augmentation.gain)}, offset ${range(augmentation.offset)}, blur up to ${augmentation.largestBlur} |
| optimiser | ${JSON.stringify(optimizer)} |
| learning rate | ${learningRate.peak}, ${learningRate.warmup} steps of warm-up, ${learningRate.decay} |
| gradient | no longer than ${options.longestGradient ?? 'it is'} |
| seed | ${options.seed} |

## Scores
Validation loss ${best.best.toPrecision(4)}.
`;
}
