import { describe, expect, it } from 'vitest';
import { OPEN_GATES } from '../../dataset/quality-gates.ts';
import { exampleRecipe } from '../fixtures/example-recipe.ts';
import { type DatasetPlan, plainPlan } from './dataset-plan.ts';
import { drawSample } from './draw-sample.ts';
import { parsePlan } from './parse-plan.ts';
import { parsePlanFile } from './parse-plan-file.ts';
import { countPlanned, planSource } from './plan-source.ts';

function planOf(seeds: string, change: Partial<DatasetPlan> = {}): DatasetPlan {
  return { ...plainPlan(seeds, exampleRecipe, []), ...change };
}

/** The seeds that are tried, and those taken, when every seed of `bad` is rejected. */
function walk(plan: DatasetPlan, bad: (seed: number) => boolean) {
  const source = planSource(plan);
  const tried: number[] = [];
  const taken: number[] = [];
  for (let recipe = source.current(); recipe; recipe = source.current()) {
    expect(source.current()).toBe(recipe);
    tried.push(recipe.seed);
    if (!bad(recipe.seed)) taken.push(recipe.seed);
    source.settle(!bad(recipe.seed));
  }
  return { tried, taken };
}

describe('planSource', () => {
  const gates = { ...OPEN_GATES, tries: 3 };

  it('puts the next unused seed above the largest in the place of a rejected one', () => {
    const plan = planOf('5,9,1', { gates });
    expect(walk(plan, (seed) => [9, 10].includes(seed))).toEqual({
      tried: [5, 9, 10, 11, 1],
      taken: [5, 11, 1],
    });
  });

  it('leaves a place empty after its tries, and never tries a seed twice', () => {
    const { tried, taken } = walk(planOf('1-3', { gates }), (seed) => seed === 2 || seed > 3);
    expect(tried).toEqual([1, 2, 4, 5, 3]);
    expect(taken).toEqual([1, 3]);
  });

  it('goes round past the largest seed there is', () => {
    const plan = planOf('4294967295,0', { gates });
    expect(walk(plan, (seed) => seed === 4_294_967_295).tried).toEqual([4_294_967_295, 1, 0]);
  });

  it('takes chosen samples as they are, in place or at the end, and replaces none of them', () => {
    const edited = { ...exampleRecipe, seed: 2, psi: 1.5 };
    const favourite = { ...exampleRecipe, seed: 70, psi: 1.2 };
    const plan = planOf('1-3', { gates, inPlace: [edited], chosen: [favourite] });
    expect(countPlanned(plan)).toBe(4);
    const source = planSource(plan);
    source.settle(true);
    expect(source.current()).toBe(edited);
    expect(walk(plan, (seed) => seed === 2).tried).toEqual([1, 2, 3, 70]);
    expect(countPlanned(planOf('', { chosen: [favourite] }))).toBe(1);
  });
});

describe('drawSample', () => {
  const plan = planOf('0-1999', {
    psi: { from: 0.5, to: 1 },
    styleWeights: [1, 0, 3],
    optics: {
      psfSigma: { from: 0, to: 2 },
      photonsAtWhite: { from: 100, to: 100 },
      readNoise: { from: 1, to: 4 },
      offset: { from: -5, to: 5 },
    },
  });
  const drawn = Array.from({ length: 2000 }, (_, seed) => drawSample(plan, seed));

  it('draws evenly, by weight, and the same for the same seed', () => {
    const mean = drawn.reduce((sum, { psi }) => sum + psi, 0) / drawn.length;
    expect(mean).toBeCloseTo(0.75, 1);
    const count = (cluster: number) =>
      drawn.filter(({ style }) => style.cluster === cluster).length;
    expect(count(1)).toBe(0);
    expect(count(2) / count(0)).toBeGreaterThan(2.5);
    expect(count(2) / count(0)).toBeLessThan(3.6);
    expect(drawn.every(({ optics }) => optics?.photonsAtWhite === 100)).toBe(true);
    expect(new Set(drawn.map(({ optics }) => optics?.seed)).size).toBe(2000);
    expect(drawSample(plan, 7)).toEqual(drawn[7]);
  });

  it('keeps one draw when another is turned on', () => {
    const psiOnly = { ...plan, styleWeights: null, optics: null };
    expect(drawSample(psiOnly, 12).psi).toBe(drawn[12].psi);
    expect(drawSample({ ...plan, drawSeed: 1 }, 12).psi).not.toBe(drawn[12].psi);
  });
});

describe('parsePlan', () => {
  it('reads back what was written, and what was written before plans had a version', () => {
    const plan = planOf('1-3', { gates: OPEN_GATES, psi: { from: 0, to: 1 } });
    expect(parsePlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    const earlier = {
      seeds: '1-3',
      fileName: 'x.zip',
      template: exampleRecipe,
      inView: { ...exampleRecipe, seed: 2 },
      manifests: [
        {
          name: 'masks',
          architecture: 'stylegan3',
          provenance: { weightsSha256: 'a'.repeat(64), licence: 'CC0' },
        },
      ],
    };
    expect(parsePlan(earlier)).toMatchObject({
      version: 1,
      seeds: '1-3',
      inPlace: [{ seed: 2 }],
      layouts: ['coco'],
      bundles: [{ name: 'masks', licence: 'CC0' }],
    });
  });

  it.each([
    [{ psi: { from: 2, to: 1 } }, 'psi'],
    [{ styleWeights: [0, 0] }, 'styleWeights'],
    [{ layouts: ['dicom'] }, 'layouts'],
    [{ template: { ...exampleRecipe, psi: 'much' } }, 'psi'],
    [{ more: 1 }, 'more'],
  ])('refuses %j and names the field', (change, field) => {
    const plan = { ...planOf('1'), ...change };
    expect(() => parsePlan(plan)).toThrowError(
      expect.objectContaining({
        code: 'bad-recipe',
        details: expect.objectContaining({ where: expect.stringContaining(field) }),
      }),
    );
  });
});

describe('parsePlanFile', () => {
  it('fills in what a person left out, and takes the plan of a data set', () => {
    const file = parsePlanFile(
      { seeds: '1-9', gates: { cells: { from: 2, to: null } } },
      'plan.json',
    );
    expect(file).toMatchObject({ seeds: '1-9', template: null, layouts: ['coco'] });
    expect(file.gates).toEqual({ ...OPEN_GATES, cells: { from: 2, to: null } });
    const dataset = { format: 'cytoforge-dataset', plan: { seeds: '4' } };
    expect(parsePlanFile(dataset, 'dataset.json').seeds).toBe('4');
  });
});
