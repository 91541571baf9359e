import { fiveClusterSpots } from '../../pipeline/spots-presets.ts';
import type { SpotCluster, SpotRegion, SpotScatter } from '../../pipeline/spots-recipe.ts';
import { useStudio } from '../../store/studio-store.ts';
import { hundredths, type Point } from './cluster-geometry.ts';
import { edit, editSpots } from './edit-spots.ts';
import { setSpotsSurface, useSpotsSurface } from './spots-surface.ts';

/** Spots of a new cluster. */
const FRESH_COUNT = 40;
/** Its spread, as a share of the sample's smaller side. */
const FRESH_SPREAD = 1 / 14;
/** Of a new scatter, spots per 1,000 pixels. */
const FRESH_DENSITY = 2;
const SEEDS = 2 ** 32;

function spotsNow() {
  const { spots, size } = useStudio.getState().view;
  return { spots, size, clusters: spots?.clusters ?? [], scatters: spots?.scatters ?? [] };
}

/** The first random stream that no cluster draws from. */
function freeStream(clusters: readonly SpotCluster[]): number {
  const taken = new Set(clusters.map(({ stream }, index) => stream ?? index));
  let stream = 0;
  while (taken.has(stream)) stream += 1;
  return stream;
}

/** Clusters that say which stream is theirs, so that they keep it when others go. */
function named(clusters: readonly SpotCluster[]): SpotCluster[] {
  return clusters.map((cluster, index) => ({ ...cluster, stream: cluster.stream ?? index }));
}

function select(selected: number | null): void {
  setSpotsSurface({ selected, spot: null });
}

/** Adds a round cluster, in the middle of what is seen unless a place is given, and selects it. */
export function addCluster(place?: Point): void {
  const { size, clusters } = spotsNow();
  const { x, y } = useSpotsSurface.getState().viewport;
  const spread = hundredths(Math.max(1, Math.min(size.width, size.height) * FRESH_SPREAD));
  const cluster: SpotCluster = {
    x: hundredths(place?.x ?? x * size.width),
    y: hundredths(place?.y ?? y * size.height),
    count: FRESH_COUNT,
    sigmaMajor: spread,
    sigmaMinor: spread,
    angleDegrees: 0,
    stream: freeStream(clusters),
  };
  editSpots({ clusters: [...named(clusters), cluster] });
  select(clusters.length);
}

/** Changes one cluster. @param what See `edit`. */
export function changeCluster(index: number, change: Partial<SpotCluster>, what: string): void {
  const { clusters } = spotsNow();
  const changed = clusters.map((cluster, at) =>
    at === index ? { ...cluster, ...change } : cluster,
  );
  editSpots({ clusters: changed }, what);
}

/** Removes one cluster; the next one is selected. */
export function removeCluster(index: number): void {
  const clusters = named(spotsNow().clusters).filter((_, at) => at !== index);
  editSpots({ clusters });
  select(clusters.length === 0 ? null : Math.min(index, clusters.length - 1));
}

/** Adds a copy of a cluster beside it, with spots of its own. */
export function duplicateCluster(index: number): void {
  const { clusters } = spotsNow();
  const original = clusters[index];
  if (!original) return;
  const beside = Math.max(4, original.sigmaMajor);
  const copy = {
    ...original,
    x: hundredths(original.x + beside),
    y: hundredths(original.y + beside),
    stream: freeStream(clusters),
  };
  editSpots({ clusters: [...named(clusters), copy] });
  select(clusters.length);
}

/** Strews spots in a region. */
export function addScatter(region: SpotRegion): void {
  editSpots({ scatters: [...spotsNow().scatters, { region, density: FRESH_DENSITY }] });
}

/** Changes one scatter. */
export function changeScatter(index: number, change: Partial<SpotScatter>, what: string): void {
  const scatters = spotsNow().scatters.map((scatter, at) =>
    at === index ? { ...scatter, ...change } : scatter,
  );
  editSpots({ scatters }, what);
}

/** Removes one scatter. */
export function removeScatter(index: number): void {
  editSpots({ scatters: spotsNow().scatters.filter((_, at) => at !== index) });
}

/** Takes the seed system's five clusters instead of what is there; how spots are rendered and joined stays. */
export function takeFiveClusters(): void {
  const { spots, size } = spotsNow();
  const preset = fiveClusterSpots(size);
  const { seed, rendering, spotModel, composite } = spots ?? preset;
  edit({ spots: { ...preset, seed, rendering, spotModel, composite } });
  select(null);
}

/** Takes all spots away. */
export function clearSpots(): void {
  edit({ spots: null });
  select(null);
}

/** Draws all spots anew. */
export function drawAnew(): void {
  editSpots({ seed: Math.floor(Math.random() * SEEDS) });
}
