import type { SampleSource } from '../../dataset/sample-source.ts';
import type { SampleRecipe } from '../recipe.ts';
import { LARGEST_SEED, parseSeedRanges } from '../seed-ranges.ts';
import type { DatasetPlan } from './dataset-plan.ts';
import { drawSample } from './draw-sample.ts';

/** A place in the set: the recipe that comes first, and whether another may take its place. */
interface Place {
  recipe: SampleRecipe;
  isFixed: boolean;
}

/** The seeds of a plan; none for chosen samples alone. @throws CytoForgeError `bad-option`. */
export function seedsOfPlan({ seeds, chosen }: Pick<DatasetPlan, 'seeds' | 'chosen'>): number[] {
  return seeds.trim() === '' && chosen.length > 0 ? [] : parseSeedRanges(seeds);
}

/** Samples that a plan asks for. @throws CytoForgeError `bad-option` for seeds that are no range. */
export function countPlanned(plan: DatasetPlan): number {
  return seedsOfPlan(plan).length + plan.chosen.length;
}

/** Seeds that no sample of the plan has, upwards from its largest, and round to 0 again. */
function* reserveSeeds(used: ReadonlySet<number>): Generator<number> {
  let largest = -1;
  for (const seed of used) largest = Math.max(largest, seed);
  for (let step = 1; step <= LARGEST_SEED; step++) {
    const seed = (largest + step) % (LARGEST_SEED + 1);
    if (!used.has(seed)) yield seed;
  }
}

/**
 * The candidates of a plan, in the order of its seeds, then its chosen samples. Where one is rejected, the next unused
 * seed above the plan's largest takes its place, until one passes or the plan's tries are used up; then the place stays
 * empty. Samples that a person chose or edited are taken as they are: rejected, they leave their place empty at once.
 * @throws CytoForgeError `bad-option` for seeds that are no range.
 */
export function planSource(plan: DatasetPlan): SampleSource<SampleRecipe> {
  const seeds = seedsOfPlan(plan);
  const fixed = new Map(plan.inPlace.map((recipe) => [recipe.seed, recipe]));
  const used = new Set([...seeds, ...plan.chosen.map(({ seed }) => seed)]);
  const reserve = reserveSeeds(used);
  const most = plan.gates?.tries ?? 1;

  function* places(): Generator<Place> {
    for (const seed of seeds) {
      const own = fixed.get(seed);
      yield own
        ? { recipe: own, isFixed: true }
        : { recipe: drawSample(plan, seed), isFixed: false };
    }
    for (const recipe of plan.chosen) yield { recipe, isFixed: true };
  }
  const rest = places();
  const take = (): Place | null => rest.next().value ?? null;
  let now = take();
  let after = take();
  let tried = 1;
  const goOn = () => {
    now = after;
    after = take();
    tried = 1;
  };
  return {
    current: () => now?.recipe ?? null,
    ahead: () => after?.recipe ?? null,
    settle(accepted) {
      if (accepted || !now || now.isFixed || tried >= most) return goOn();
      const seed = reserve.next();
      if (seed.done) return goOn();
      tried += 1;
      now = { recipe: drawSample(plan, seed.value), isFixed: false };
    },
  };
}
