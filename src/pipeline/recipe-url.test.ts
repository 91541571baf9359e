import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRuns } from '../imaging/label-runs.ts';
import { exampleRecipe } from './fixtures/example-recipe.ts';
import { parseRecipe } from './parse-recipe.ts';
import {
  queryToRecipe,
  RECIPE_QUERY_KEYS,
  type RecipeSettings,
  recipeToQuery,
} from './recipe-url.ts';
import type { SpotsRecipe } from './spots-recipe.ts';

const { version, maskModel, imageModel, ...example } = exampleRecipe;

const defaults: RecipeSettings = {
  seed: 0,
  blend: [],
  mix: null,
  classIndex: null,
  psi: 1,
  cutoff: null,
  transform: { translateX: 0, translateY: 0, rotateDegrees: 0 },
  canvas: null,
  noiseMode: 'const',
  truth: { threshold: 240, fillHoles: true, split: 'components', smallestObject: 0 },
  edits: null,
  spots: null,
  optics: null,
  size: { width: 64, height: 64, resampling: 'nearest' },
  style: { mode: 'cluster', cluster: 3, seed: 0, byInstance: {}, palette: null },
};

const real = (limit: number) =>
  fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value + 0);
const whole = (max: number) => fc.integer({ min: 0, max });
const span = (limit: number) =>
  fc.record({ from: real(limit).map(Math.abs), to: real(limit).map(Math.abs) });
const anySpots: fc.Arbitrary<SpotsRecipe> = fc.record({
  seed: whole(2 ** 32 - 1),
  clusters: fc.array(
    fc.record({
      x: real(1000),
      y: real(1000),
      count: whole(1000),
      sigmaMajor: real(100).map(Math.abs),
      sigmaMinor: real(100).map(Math.abs),
      angleDegrees: real(360),
    }),
    { maxLength: 3 },
  ),
  scatters: fc.array(
    fc.record({
      region: fc.constantFrom('cells', 'nuclei', 'cytoplasm', 'membranes', 'background'),
      density: real(1000).map(Math.abs),
    }),
    { maxLength: 2 },
  ),
  radius: span(1000),
  intensity: span(255),
  fallOff: real(1).map(Math.abs),
  rendering: fc.constantFrom('gaussian', 'model'),
  spotModel: fc.option(fc.record({ name: fc.string(), sha256: fc.constant('a'.repeat(64)) })),
  composite: fc.record({
    mode: fc.constantFrom('sum', 'alpha', 'screen'),
    opacity: real(1).map(Math.abs),
  }),
});
const anySettings: fc.Arbitrary<RecipeSettings> = fc.record({
  seed: whole(2 ** 32 - 1),
  blend: fc.array(fc.record({ seed: whole(2 ** 32 - 1), weight: real(1000) }), { maxLength: 5 }),
  mix: fc.option(fc.record({ seed: whole(2 ** 32 - 1), layers: fc.array(whole(63)) })),
  classIndex: fc.option(whole(65_535)),
  psi: real(10),
  cutoff: fc.option(whole(64)),
  transform: fc.record({
    translateX: real(100),
    translateY: real(100),
    rotateDegrees: real(36_000),
  }),
  canvas: fc.option(
    fc.record({
      width: fc.integer({ min: 1, max: 16_384 }),
      height: fc.integer({ min: 1, max: 16_384 }),
    }),
  ),
  noiseMode: fc.constantFrom('const', 'random', 'none'),
  edits: fc.option(
    fc.record({
      width: fc.integer({ min: 1, max: 16_384 }),
      height: fc.integer({ min: 1, max: 16_384 }),
      labels: fc.uint16Array({ minLength: 1, maxLength: 20 }).map(encodeRuns),
      nuclei: fc.option(fc.uint8Array({ minLength: 1, maxLength: 20 }).map(encodeRuns)),
    }),
  ),
  spots: fc.option(anySpots),
  optics: fc.option(
    fc.record({
      psfSigma: real(100).map(Math.abs),
      photonsAtWhite: real(1e9).map(Math.abs),
      readNoise: real(255).map(Math.abs),
      offset: real(255),
      seed: whole(2 ** 32 - 1),
    }),
  ),
  truth: fc.record({
    threshold: fc.oneof(whole(256), fc.constant<'otsu'>('otsu')),
    fillHoles: fc.boolean(),
    split: fc.constantFrom('components', 'watershed'),
    smallestObject: whole(1000),
  }),
  size: fc.record({
    width: fc.integer({ min: 1, max: 16_384 }),
    height: fc.integer({ min: 1, max: 16_384 }),
    resampling: fc.constantFrom('bicubic', 'nearest'),
  }),
  style: fc.record({
    mode: fc.constantFrom('cluster', 'sampled'),
    cluster: whole(65_535),
    seed: whole(2 ** 32 - 1),
    byInstance: fc.dictionary(whole(65_535).map(String), whole(65_535), { noNullPrototype: true }),
    palette: fc.option(
      fc.record({
        name: fc.string(),
        centres: fc.dictionary(
          whole(99_999).map(String),
          fc.array(fc.array(real(1000), { maxLength: 4 }), { maxLength: 3 }),
          { noNullPrototype: true },
        ),
      }),
    ),
  }),
});

describe('the recipe in a link', () => {
  it('is short and readable', () => {
    expect(recipeToQuery(example, defaults)).toEqual({
      seed: '42',
      trunc: '0.7',
      cutoff: '4',
      translate: '0.1,-0.2',
      rotate: '30',
      threshold: '128',
      split: 'watershed',
      smallest: '20',
      size: '192x128',
      resample: 'bicubic',
      style: 'sampled',
      cluster: '0',
      styleseed: '5',
      styles: '0:2.3:7',
    });
  });

  it('is empty for the defaults', () => {
    expect(recipeToQuery(defaults, defaults)).toEqual({});
  });

  it('comes back as it was, through a real query string', () => {
    fc.assert(
      fc.property(anySettings, anySettings, (settings, base) => {
        const query = new URLSearchParams(recipeToQuery(settings, base)).toString();
        expect(queryToRecipe(new URLSearchParams(query), base)).toEqual(settings);
      }),
    );
  });

  it('keeps the wider view it is part of', () => {
    const view = { ...defaults, pinned: [1, 2] };
    expect(queryToRecipe({ seed: '7' }, view)).toEqual({ ...view, seed: 7 });
  });

  it.each([
    ['seed', '-1'],
    ['seed', '1e999'],
    ['trunc', 'NaN'],
    ['cutoff', ''],
    ['size', '64'],
    ['size', '64x64x64'],
    ['size', '0x64'],
    ['translate', '1'],
    ['blend', '3'],
    ['blend', '3:x'],
    ['mix', '3:0.a'],
    ['mix', '3'],
    ['canvas', '64'],
    ['palette', '{"name":"x"}'],
    ['palette', '{'],
    ['holes', 'constructor'],
    ['style', '__proto__'],
    ['styles', '3'],
    ['styles', '3:1:2'],
    ['styles', '__proto__:1'],
  ])('passes over %s=%s', (key, text) => {
    expect(queryToRecipe({ [key]: text }, defaults)).toEqual(defaults);
  });

  it('gives a valid recipe for any rubbish', () => {
    const rubbish = fc.dictionary(
      fc.oneof(fc.constantFrom(...RECIPE_QUERY_KEYS), fc.string()),
      fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('1:2', '5x5', '1,2', 'otsu')),
    );
    fc.assert(
      fc.property(rubbish, (query) => {
        const recipe = { version, maskModel, imageModel, ...queryToRecipe(query, defaults) };
        expect(parseRecipe(recipe)).toEqual(recipe);
      }),
    );
  });
});
