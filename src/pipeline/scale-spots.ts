import type { SizeRecipe } from './recipe.ts';
import type { SpotsRecipe } from './spots-recipe.ts';

type Size = Pick<SizeRecipe, 'width' | 'height'>;

/** Twelve digits: sizes back and forth end where they began. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** A place keeps its share of the way across; 0 is the middle of the first pixel. */
function moved(place: number, factor: number): number {
  return rounded((place + 0.5) * factor - 0.5);
}

/**
 * The same spots on a sample that is made at another size: places and spreads go with its sides, radii with the smaller
 * growth, densities with its area, so that it holds as many spots as before.
 */
export function scaleSpots(spots: SpotsRecipe, from: Size, to: Size): SpotsRecipe {
  const [across, down] = [to.width / from.width, to.height / from.height];
  const smaller = Math.min(across, down);
  return {
    ...spots,
    clusters: spots.clusters.map((cluster) => ({
      ...cluster,
      x: moved(cluster.x, across),
      y: moved(cluster.y, down),
      sigmaMajor: rounded(cluster.sigmaMajor * smaller),
      sigmaMinor: rounded(cluster.sigmaMinor * smaller),
    })),
    scatters: spots.scatters.map((scatter) => ({
      ...scatter,
      density: rounded(scatter.density / (across * down)),
    })),
    radius: {
      from: rounded(spots.radius.from * smaller),
      to: rounded(spots.radius.to * smaller),
    },
  };
}
