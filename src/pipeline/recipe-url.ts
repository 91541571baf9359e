import * as v from 'valibot';
import { recipeFields } from './parse-recipe.ts';
import type { CanvasRecipe, MixRecipe, SampleRecipe, SeedWeight } from './recipe.ts';

/** The part of a recipe that a link carries; models and what the page shows beside it are the store's. */
export type RecipeSettings = Omit<SampleRecipe, 'version' | 'maskModel' | 'imageModel'>;

/** How one query key stands for a part of the settings. */
interface Field {
  key: string;
  write(settings: RecipeSettings): string;
  /** The settings with this part set, or null when the text means nothing. */
  read(text: string, settings: RecipeSettings): RecipeSettings | null;
}

/** A part of the settings. */
interface Part<Value> {
  get(settings: RecipeSettings): Value;
  set(settings: RecipeSettings, value: Value): RecipeSettings;
}

/** How a value is spelt; what `parse` gives is checked by the recipe's own schema. */
interface Spelling<Value> {
  format(value: Value): string;
  parse(text: string): unknown;
}

type Group = 'truth' | 'size' | 'style' | 'transform';

function field<Value>(
  key: string,
  schema: v.GenericSchema<unknown, Value>,
  part: Part<Value>,
  spelling: Spelling<Value>,
): Field {
  return {
    key,
    write: (settings) => spelling.format(part.get(settings)),
    read(text, settings) {
      const result = v.safeParse(schema, spelling.parse(text));
      return result.success ? part.set(settings, result.output) : null;
    },
  };
}

function top<Name extends Exclude<keyof RecipeSettings, Group>>(
  name: Name,
): Part<RecipeSettings[Name]> {
  return {
    get: (settings) => settings[name],
    set: (settings, value) => ({ ...settings, [name]: value }),
  };
}

function inGroup<Of extends Group, Name extends keyof RecipeSettings[Of]>(
  group: Of,
  name: Name,
): Part<RecipeSettings[Of][Name]> {
  return {
    get: (settings) => settings[group][name],
    set: (settings, value) => ({ ...settings, [group]: { ...settings[group], [name]: value } }),
  };
}

function both<First, Second>(
  first: Part<First>,
  second: Part<Second>,
): Part<[first: First, second: Second]> {
  return {
    get: (settings) => [first.get(settings), second.get(settings)],
    set: (settings, [a, b]) => second.set(first.set(settings, a), b),
  };
}

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** NaN for whatever is no plain decimal number, so that the schema refuses it. */
function toNumber(text: string): number {
  return NUMBER.test(text) ? Number(text) : Number.NaN;
}

const number: Spelling<number> = { format: String, parse: toNumber };
const word: Spelling<string> = { format: String, parse: (text) => text };

function numberOr(special: string, value: null | string): Spelling<number | null | string> {
  return {
    format: (given) => (given === value ? special : `${given}`),
    parse: (text) => (text === special ? value : toNumber(text)),
  };
}

function numbersBetween(separator: string): Spelling<[number, number]> {
  return {
    format: (pair) => pair.join(separator),
    parse: (text) => text.split(separator).map(toNumber),
  };
}

const holeWords: Spelling<boolean> = {
  format: (fill) => (fill ? 'fill' : 'keep'),
  parse: (text) => (text === 'fill' ? true : text === 'keep' ? false : undefined),
};

/** `3:7.12:0` is cluster 7 for instance 3 and cluster 0 for instance 12. */
const instanceStyles: Spelling<Record<string, number>> = {
  format: (styles) =>
    Object.entries(styles)
      .map(([id, cluster]) => `${id}:${cluster}`)
      .join('.'),
  parse(text) {
    if (text === '') return {};
    const pairs = text.split('.').map((part) => part.split(':'));
    if (pairs.some((pair) => pair.length !== 2)) return undefined;
    return Object.fromEntries(pairs.map(([id, cluster]) => [id, toNumber(cluster)]));
  },
};

/** `3:0.25,7:0.75` is a quarter of seed 3's w and three quarters of seed 7's. */
const seedWeights: Spelling<SeedWeight[]> = {
  format: (blend) => blend.map(({ seed, weight }) => `${seed}:${weight}`).join(','),
  parse(text) {
    if (text === '') return [];
    return text.split(',').map((part) => {
      const [seed, weight] = part.split(':');
      return { seed: toNumber(seed), weight: toNumber(weight ?? '') };
    });
  },
};

/** `1000:0.1.5` takes the w 0, 1 and 5 from seed 1000. */
const mixedSeed: Spelling<MixRecipe | null> = {
  format: (mix) => (mix ? `${mix.seed}:${mix.layers.join('.')}` : 'none'),
  parse(text) {
    if (text === 'none') return null;
    const [seed, layers, ...more] = text.split(':');
    if (layers === undefined || more.length > 0) return undefined;
    return { seed: toNumber(seed), layers: layers === '' ? [] : layers.split('.').map(toNumber) };
  },
};

const canvasSides: Spelling<CanvasRecipe | null> = {
  format: (canvas) => (canvas ? `${canvas.width}x${canvas.height}` : 'none'),
  parse(text) {
    if (text === 'none') return null;
    const [width, height, ...more] = text.split('x').map(toNumber);
    return more.length > 0 ? undefined : { width, height };
  },
};

/** As JSON; `none` for null. */
function json<Value>(): Spelling<Value | null> {
  return {
    format: (value) => (value ? JSON.stringify(value) : 'none'),
    parse(text) {
      try {
        return text === 'none' ? null : JSON.parse(text);
      } catch {
        return undefined;
      }
    },
  };
}

const { truth, size, style, transform } = recipeFields;
const { translateX, translateY, rotateDegrees } = transform.entries;
const translation = both(inGroup('transform', 'translateX'), inGroup('transform', 'translateY'));
const sides = both(inGroup('size', 'width'), inGroup('size', 'height'));

const FIELDS: Field[] = [
  field('seed', recipeFields.seed, top('seed'), number),
  field('blend', recipeFields.blend, top('blend'), seedWeights),
  field('mix', recipeFields.mix, top('mix'), mixedSeed),
  field('class', recipeFields.classIndex, top('classIndex'), numberOr('none', null)),
  field('trunc', recipeFields.psi, top('psi'), number),
  field('cutoff', recipeFields.cutoff, top('cutoff'), numberOr('all', null)),
  field('translate', v.strictTuple([translateX, translateY]), translation, numbersBetween(',')),
  field('rotate', rotateDegrees, inGroup('transform', 'rotateDegrees'), number),
  field('canvas', recipeFields.canvas, top('canvas'), canvasSides),
  field('noise', recipeFields.noiseMode, top('noiseMode'), word),
  field(
    'threshold',
    truth.entries.threshold,
    inGroup('truth', 'threshold'),
    numberOr('otsu', 'otsu'),
  ),
  field('holes', truth.entries.fillHoles, inGroup('truth', 'fillHoles'), holeWords),
  field('split', truth.entries.split, inGroup('truth', 'split'), word),
  field('smallest', truth.entries.smallestObject, inGroup('truth', 'smallestObject'), number),
  field(
    'size',
    v.strictTuple([size.entries.width, size.entries.height]),
    sides,
    numbersBetween('x'),
  ),
  field('resample', size.entries.resampling, inGroup('size', 'resampling'), word),
  field('style', style.entries.mode, inGroup('style', 'mode'), word),
  field('cluster', style.entries.cluster, inGroup('style', 'cluster'), number),
  field('styleseed', style.entries.seed, inGroup('style', 'seed'), number),
  field('styles', style.entries.byInstance, inGroup('style', 'byInstance'), instanceStyles),
  field('palette', style.entries.palette, inGroup('style', 'palette'), json()),
  field('edits', recipeFields.edits, top('edits'), json()),
  field('spots', recipeFields.spots, top('spots'), json()),
  field('optics', recipeFields.optics, top('optics'), json()),
];

/** Every query key that `recipeToQuery` may write. */
export const RECIPE_QUERY_KEYS: readonly string[] = FIELDS.map(({ key }) => key);

/**
 * Settings as short query parameters, e.g. `seed=42&trunc=0.7&size=192x192`; what equals `defaults` is left
 * out. Fields beyond the settings (of a page's wider view) are ignored.
 */
export function recipeToQuery(
  settings: RecipeSettings,
  defaults: RecipeSettings,
): Record<string, string> {
  const query: Record<string, string> = {};
  for (const { key, write } of FIELDS) {
    const text = write(settings);
    if (text !== write(defaults)) query[key] = text;
  }
  return query;
}

/**
 * The inverse of `recipeToQuery`: `defaults` with what the query says laid over it. Unknown keys and values
 * that mean nothing are passed over, so any link opens something.
 */
export function queryToRecipe<Settings extends RecipeSettings>(
  query: Readonly<Record<string, string>> | URLSearchParams,
  defaults: Settings,
): Settings {
  const values = query instanceof URLSearchParams ? Object.fromEntries(query) : query;
  let settings: RecipeSettings = defaults;
  for (const { key, read } of FIELDS) {
    const text = Object.hasOwn(values, key) ? values[key] : undefined;
    if (text !== undefined) settings = read(text, settings) ?? settings;
  }
  return { ...defaults, ...settings };
}
