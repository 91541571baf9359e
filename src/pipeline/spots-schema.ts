import * as v from 'valibot';
import { SPOT_REGIONS } from '../imaging/spots/spot-regions.ts';
import type { ModelReference } from './recipe.ts';
import { oneOf, real, whole } from './recipe-ranges.ts';
import type { OpticsRecipe, SpotsRecipe } from './spots-recipe.ts';

/** Clusters, and scatters, of one sample. */
const MOST_GROUPS = 256;
/** Spots of one cluster. */
const MOST_SPOTS = 100_000;
/** Numbers of random streams of clusters. */
const MOST_STREAMS = 65_535;

/** Pixels; a centre may lie outside of the sample. */
const place = real(-100_000, 100_000);

function span(from: number, to: number) {
  return v.strictObject({ from: real(from, to), to: real(from, to) });
}

/** Ranges of `SpotsRecipe`. */
export function spotsSchema(
  seed: v.GenericSchema<unknown, number>,
  model: v.GenericSchema<unknown, ModelReference>,
): v.GenericSchema<unknown, SpotsRecipe> {
  return v.strictObject({
    seed,
    clusters: v.pipe(
      v.array(
        v.strictObject({
          x: place,
          y: place,
          count: whole(0, MOST_SPOTS),
          sigmaMajor: real(0, 100_000),
          sigmaMinor: real(0, 100_000),
          angleDegrees: real(-36_000, 36_000),
          /** Clusters that do not say it draw by their place in the list. */
          stream: v.optional(whole(0, MOST_STREAMS)),
        }),
        'clusters of spots',
      ),
      v.maxLength(MOST_GROUPS, `at most ${MOST_GROUPS} clusters`),
    ),
    scatters: v.pipe(
      v.array(
        v.strictObject({
          region: oneOf(...SPOT_REGIONS),
          density: real(0, 1000),
        }),
        'scattered spots',
      ),
      v.maxLength(MOST_GROUPS, `at most ${MOST_GROUPS} regions`),
    ),
    radius: span(0, 1000),
    intensity: span(0, 255),
    fallOff: real(0, 1),
    rendering: oneOf('gaussian', 'model'),
    spotModel: v.nullable(model),
    composite: v.strictObject({
      mode: oneOf('sum', 'physical', 'screen', 'alpha'),
      opacity: real(0, 1),
    }),
  });
}

/** Ranges of `OpticsRecipe`. */
export function opticsSchema(
  seed: v.GenericSchema<unknown, number>,
): v.GenericSchema<unknown, OpticsRecipe> {
  return v.strictObject({
    psfSigma: real(0, 100),
    photonsAtWhite: real(0, 1e9),
    readNoise: real(0, 255),
    offset: real(-255, 255),
    seed,
  });
}
