import { describe, expect, it } from 'vitest';
import type { StyleGan2Manifest } from '../checkpoints/bundle/manifest.ts';
import { checkCanvas } from './check-canvas.ts';
import { exampleMaskManifest } from './fixtures/example-manifests.ts';
import { exampleRecipe } from './fixtures/example-recipe.ts';

const canvas = { width: 96, height: 64 };
const { config, architecture, ...base } = exampleMaskManifest;
const stylegan2: StyleGan2Manifest = {
  ...base,
  architecture: 'stylegan2',
  config: { ...config, architecture: 'skip', blocks: [] },
};

describe('checkCanvas', () => {
  it('lets StyleGAN3 draw any, and everyone none', () => {
    expect(() => checkCanvas({ ...exampleRecipe, canvas }, exampleMaskManifest)).not.toThrow();
    expect(() => checkCanvas({ ...exampleRecipe, canvas: null }, stylegan2)).not.toThrow();
  });

  it('refuses one of StyleGAN2', () => {
    expect(() => checkCanvas({ ...exampleRecipe, canvas }, stylegan2)).toThrowError(
      expect.objectContaining({
        code: 'bad-recipe',
        details: expect.objectContaining({
          where: 'recipe, field canvas',
          found: '96 by 64 pixels',
        }),
      }),
    );
  });
});
