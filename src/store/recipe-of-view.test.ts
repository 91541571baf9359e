import { describe, expect, it } from 'vitest';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { defaultView } from './default-view.ts';
import { maskManifest } from './fixtures/test-engine.ts';
import { rawMaskKey, recipeOfView } from './recipe-of-view.ts';

const styleGan3 = maskManifest('a');
const styleGan2 = { ...maskManifest('c'), architecture: 'stylegan2' } as ModelManifest;
const transform = { translateX: 0.2, translateY: 0, rotateDegrees: 30 };

describe('recipeOfView', () => {
  it('moves StyleGAN3 only, and gives noise to StyleGAN2 only', () => {
    const view = { ...defaultView(styleGan3, null), transform, noiseMode: 'random' as const };
    expect(recipeOfView(view, styleGan3, null)).toMatchObject({ transform, noiseMode: 'const' });
    expect(recipeOfView(view, styleGan2, null)).toMatchObject({
      transform: { translateX: 0, rotateDegrees: 0 },
      noiseMode: 'random',
    });
  });

  it('tells masks of another noise apart', () => {
    const view = defaultView(styleGan2, null);
    const keys = (['const', 'random', 'none'] as const).map((noiseMode) =>
      rawMaskKey(recipeOfView({ ...view, noiseMode }, styleGan2, null)),
    );
    expect(new Set(keys).size).toBe(3);
  });
});
