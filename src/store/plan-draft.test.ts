import { describe, expect, it } from 'vitest';
import { testRecipe } from '../engine/fixtures/test-recipe.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { FRESH_DRAFT, type PlanDraft, type PlanParts, planOfDraft } from './plan-draft.ts';

const edits = { width: 8, height: 8, labels: 'AAAA', nuclei: null };
const optics = { psfSigma: 1, photonsAtWhite: 100, readNoise: 1, offset: 0, seed: 0 };

function planOf(draft: Partial<PlanDraft>, parts: Partial<PlanParts> = {}) {
  return planOfDraft(
    { ...FRESH_DRAFT, seeds: '1-9', ...draft },
    {
      template: { ...testRecipe(0), optics },
      inView: testRecipe(5),
      kept: [],
      styles: 3,
      bundles: [],
      language: 'zh-CN',
      real: null,
      ...parts,
    },
  );
}

const kept = (recipe: SampleRecipe, favourite = false) => ({ recipe, favourite });

describe('planOfDraft', () => {
  it('takes the view where nothing else is said', () => {
    const plan = planOf({});
    expect(plan).toMatchObject({ psi: null, styleWeights: null, inPlace: [], chosen: [] });
    expect(plan.template).toEqual({ ...testRecipe(0), optics });
    expect(plan.report).toEqual({ language: 'zh-CN', real: null });
  });

  it('puts edited samples in the place of their seeds, and others behind', () => {
    const inRange = { ...testRecipe(3), edits };
    const beyond = { ...testRecipe(40), edits };
    const second = { ...testRecipe(3), psi: 1.5, edits };
    const plan = planOf(
      {},
      { kept: [kept(inRange), kept(beyond), kept(second), kept(testRecipe(4))] },
    );
    expect(plan.inPlace).toEqual([inRange]);
    expect(plan.chosen).toEqual([beyond, second]);
    expect(planOf({ edited: false }, { kept: [kept(inRange)] }).inPlace).toEqual([]);
  });

  it('prefers the edits in view to those kept of the same seed', () => {
    const inView = { ...testRecipe(5), edits: { ...edits, labels: 'BBBB' } };
    const plan = planOf({}, { inView, kept: [kept({ ...testRecipe(5), edits })] });
    expect(plan.inPlace).toEqual([inView]);
    expect(plan.chosen).toEqual([]);
  });

  it('takes favourites when they are wanted', () => {
    const parts = { kept: [kept(testRecipe(2), true)] };
    expect(planOf({}, parts).inPlace).toEqual([]);
    expect(planOf({ favourites: true }, parts).inPlace).toEqual([testRecipe(2)]);
  });

  it('says how style, optics and size are made', () => {
    const style = { mode: 'weights', cluster: 0, weights: [0, 2] } as const;
    const drawn = planOf({
      style: { ...style, weights: [0, 2] },
      optics: { ...FRESH_DRAFT.optics, mode: 'none' },
      size: { width: 32, height: 16 },
    });
    expect(drawn.styleWeights).toEqual([0, 2, 1]);
    expect(drawn.template.optics).toBeNull();
    expect(drawn.template.size).toMatchObject({ width: 32, height: 16, resampling: 'nearest' });
    const perCell = planOf({ style: { ...style, weights: [], mode: 'instance' } });
    expect(perCell.template.style.mode).toBe('sampled');
  });
});
