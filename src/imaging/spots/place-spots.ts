import { CytoForgeError } from '../../errors.ts';
import { RandomState } from '../../random/random-state.ts';
import { streamSeed } from '../../random/stream-seed.ts';
import type { LabelImage } from '../image.ts';
import type { Spot } from './spot.ts';
import { pointOfCluster, type SpotCluster } from './spot-cluster.ts';
import { type RegionFinder, SPOT_REGIONS, type SpotRegion } from './spot-regions.ts';

/** Spots at the same density everywhere in a region. */
export interface SpotScatter {
  region: SpotRegion;
  /** Expected spots per 1,000 pixels of the region. */
  density: number;
}

/** Where the spots of one sample are drawn. */
export interface SpotPlan {
  seed: number;
  clusters: readonly SpotCluster[];
  scatters: readonly SpotScatter[];
  /** Of a spot in pixels; drawn evenly between the two. */
  radius: { from: number; to: number };
  /** Grey levels at the middle of a spot; drawn evenly between the two. */
  intensity: { from: number; to: number };
  /** How much dimmer a spot is three standard deviations away from its cluster's centre, 0 (not at all) .. 1. */
  fallOff: number;
}

/** Spots of one sample. */
export const MOST_SPOTS = 200_000;
/** A spot of a cluster that falls outside of the image so often is left out: there is hardly any of it inside. */
const MOST_TRIES = 200;
/** Standard deviations from the centre at which the fall-off is whole. */
const FALL_OFF_REACH = 3;

/** The properties of a spot, each drawn from a stream of its own. */
const PLACE = 0;
const RETRY = 1;
const LOOK = 2;
const COUNT = 3;

/** First number of the scatters' streams, beyond those of clusters. */
const SCATTER_STREAMS = 1 << 20;

function between({ from, to }: { from: number; to: number }, share: number): number {
  return from + (to - from) * share;
}

function checkTotal(total: number): void {
  if (total <= MOST_SPOTS) return;
  throw new CytoForgeError('bad-recipe', 'There are too many spots.', {
    where: 'recipe, field spots',
    found: `more than ${MOST_SPOTS.toLocaleString('en')} spots`,
    expected: `at most ${MOST_SPOTS.toLocaleString('en')} in one sample`,
    hint: 'Lower the counts or densities.',
  });
}

/**
 * The spots of a sample: those of each cluster, then those of each scatter. Clusters are normal distributions cut off
 * at the image's border (what falls outside is drawn again), so that each has its count; the count of a scatter is a
 * Poisson number. Every group draws from streams of its own: moving or stretching a cluster keeps its pattern, more
 * spots are added to those that were there, and no group changes another's.
 * @param labels Says which cell a spot lies in.
 * @throws CytoForgeError `bad-recipe` for more than `MOST_SPOTS`.
 */
export function placeSpots(plan: SpotPlan, labels: LabelImage, regions: RegionFinder): Spot[] {
  const { width, height } = labels;
  const spots: Spot[] = [];

  function add(x: number, y: number, look: RandomState, brightness: number): void {
    const radius = between(plan.radius, look.rand());
    const intensity = between(plan.intensity, look.rand()) * brightness;
    // Nothing marks a spot that never fell into the image, but its look is drawn, so that others keep theirs.
    if (!isInside(x, y)) return;
    const cell = labels.data[Math.round(y) * width + Math.round(x)];
    spots.push({ x, y, radius, intensity, cell });
  }

  function isInside(x: number, y: number): boolean {
    return (
      Math.round(x) >= 0 && Math.round(x) < width && Math.round(y) >= 0 && Math.round(y) < height
    );
  }

  function addCluster(cluster: SpotCluster, index: number): void {
    const stream = [plan.seed, cluster.stream ?? index] as const;
    const place = new RandomState(streamSeed(...stream, PLACE));
    const look = new RandomState(streamSeed(...stream, LOOK));
    for (let i = 0; i < cluster.count; i++) {
      let at = [place.randn(), place.randn()];
      let point = pointOfCluster(cluster, at[0], at[1]);
      if (!isInside(point.x, point.y)) {
        const retry = new RandomState(streamSeed(...stream, RETRY, i));
        for (let tries = 0; tries < MOST_TRIES && !isInside(point.x, point.y); tries++) {
          at = [retry.randn(), retry.randn()];
          point = pointOfCluster(cluster, at[0], at[1]);
        }
      }
      const away = Math.min(1, Math.hypot(at[0], at[1]) / FALL_OFF_REACH);
      add(point.x, point.y, look, 1 - plan.fallOff * away);
    }
  }

  function addScatter({ region, density }: SpotScatter, stream: number): void {
    const pixels = regions.pixelsOf(region);
    const expected = (density * pixels.length) / 1000;
    checkTotal(spots.length + expected);
    const of = (property: number) => new RandomState(streamSeed(plan.seed, stream, property));
    const [place, look, count] = [of(PLACE), of(LOOK), of(COUNT)];
    // Arrivals of a Poisson process up to `expected`: a higher density keeps the spots of a lower one.
    for (let arrival = gap(count); arrival < expected; arrival += gap(count)) {
      const at = pixels[Math.floor(place.rand() * pixels.length)];
      const x = (at % width) + place.rand() - 0.5;
      const y = Math.floor(at / width) + place.rand() - 0.5;
      add(x, y, look, 1);
    }
  }

  checkTotal(plan.clusters.reduce((sum, { count }) => sum + count, 0));
  plan.clusters.forEach(addCluster);
  const seen = new Map<SpotRegion, number>();
  for (const scatter of plan.scatters) {
    const { region } = scatter;
    const before = seen.get(region) ?? 0;
    seen.set(region, before + 1);
    addScatter(
      scatter,
      SCATTER_STREAMS + before * SPOT_REGIONS.length + SPOT_REGIONS.indexOf(region),
    );
  }
  return spots;
}

/** Time between two arrivals of a Poisson process of rate 1. */
function gap(state: RandomState): number {
  return -Math.log(1 - state.rand());
}
