import { InvalidArgumentError } from 'commander';
import { CytoForgeError } from '../errors.ts';
import { parseRecipe } from '../pipeline/parse-recipe.ts';
import type { NoiseMode, SampleRecipe } from '../pipeline/recipe.ts';
import { resizeCanvas } from '../pipeline/resize-canvas.ts';

/** What the command line says of the samples; what is absent stays as the models propose it. */
export interface RecipeOptions {
  trunc?: number;
  cutoff?: number;
  class?: number;
  translate?: [number, number];
  rotate?: number;
  noiseMode?: NoiseMode;
  threshold?: number | 'otsu';
  split?: 'components' | 'watershed';
  /** False for `--keep-holes`. */
  fillHoles?: boolean;
  smallestObject?: number;
  canvas?: [number, number];
  size?: [number, number];
  resampling?: 'bicubic' | 'nearest';
  styleCluster?: number;
  styleSeed?: number;
}

/** Reads a number, for commander. */
export function numberArgument(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new InvalidArgumentError('Expected a number.');
  return value;
}

/** Reads `0.1,-0.2`, for commander. */
export function pairArgument(text: string): [number, number] {
  const pair = text.split(',').map(numberArgument);
  if (pair.length !== 2) throw new InvalidArgumentError('Expected two numbers such as 0.1,-0.2.');
  return [pair[0], pair[1]];
}

/** Reads `256x192` or `256`, for commander. */
export function sizeArgument(text: string): [number, number] {
  const match = /^(\d+)(?:x(\d+))?$/i.exec(text);
  if (!match) throw new InvalidArgumentError('Expected a size such as 256x192 or 256.');
  return [Number(match[1]), Number(match[2] ?? match[1])];
}

/** Reads a grey level or `otsu`, for commander. */
export function thresholdArgument(text: string): number | 'otsu' {
  return text === 'otsu' ? text : numberArgument(text);
}

function styleOf({ style }: SampleRecipe, options: RecipeOptions): SampleRecipe['style'] {
  const { styleCluster, styleSeed } = options;
  if (styleCluster !== undefined && styleSeed !== undefined) {
    throw new CytoForgeError('bad-option', 'A style is either chosen or drawn.', {
      found: '--style-cluster and --style-seed',
      expected: 'one of them',
    });
  }
  if (styleCluster !== undefined) return { ...style, mode: 'cluster', cluster: styleCluster };
  if (styleSeed !== undefined) return { ...style, mode: 'sampled', seed: styleSeed };
  return style;
}

/** Canvas and size: a size that is not given follows the canvas, so that cells keep theirs. */
function canvasAndSize(recipe: SampleRecipe, options: RecipeOptions, side: number) {
  if (!options.canvas) return { canvas: recipe.canvas, size: recipe.size };
  const [width, height] = options.canvas;
  return resizeCanvas(recipe, { width, height }, side);
}

/**
 * A recipe with the options laid over it.
 * @param side the mask model's training size
 * @throws CytoForgeError `bad-recipe` when a value is out of range; `bad-option` for two that exclude
 * one another.
 */
export function applyOptions(
  recipe: SampleRecipe,
  options: RecipeOptions,
  side: number,
): SampleRecipe {
  const { transform, truth } = recipe;
  const { canvas, size } = canvasAndSize(recipe, options, side);
  const [translateX, translateY] = options.translate ?? [
    transform.translateX,
    transform.translateY,
  ];
  const [width, height] = options.size ?? [size.width, size.height];
  return parseRecipe(
    {
      ...recipe,
      psi: options.trunc ?? recipe.psi,
      cutoff: options.cutoff ?? recipe.cutoff,
      classIndex: options.class ?? recipe.classIndex,
      transform: {
        translateX,
        translateY,
        rotateDegrees: options.rotate ?? transform.rotateDegrees,
      },
      canvas,
      noiseMode: options.noiseMode ?? recipe.noiseMode,
      truth: {
        threshold: options.threshold ?? truth.threshold,
        fillHoles: options.fillHoles === false ? false : truth.fillHoles,
        split: options.split ?? truth.split,
        smallestObject: options.smallestObject ?? truth.smallestObject,
      },
      size: { width, height, resampling: options.resampling ?? size.resampling },
      style: styleOf(recipe, options),
    },
    'options',
  );
}

const CHANGES: (keyof RecipeOptions)[] = [
  'trunc',
  'cutoff',
  'class',
  'translate',
  'rotate',
  'noiseMode',
  'threshold',
  'split',
  'smallestObject',
  'canvas',
  'size',
  'resampling',
  'styleCluster',
  'styleSeed',
];

/** Whether the command line says anything of the samples. */
export function hasRecipeOptions(options: RecipeOptions): boolean {
  return options.fillHoles === false || CHANGES.some((name) => options[name] !== undefined);
}
