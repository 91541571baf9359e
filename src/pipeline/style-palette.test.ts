import { describe, expect, it } from 'vitest';
import { exampleImageManifest } from './fixtures/example-manifests.ts';
import { clustersOfStyle, fitsModel, paletteOf, paletteSize } from './style-palette.ts';

const palette = paletteOf('cells.png', { 0: [[0.1234567]], 1: [[1], [2], [3]] });

describe('a palette', () => {
  it('holds short numbers, and offers as many styles as its richest class', () => {
    expect(palette.centres[0]).toEqual([[0.12346]]);
    expect(paletteSize(palette)).toBe(3);
    expect(paletteSize(paletteOf('none', {}))).toBe(0);
  });

  it('replaces the clusters of the model; a poorer class repeats its own', () => {
    expect(clustersOfStyle({ palette }, exampleImageManifest)).toEqual({
      0: [[0.12346], [0.12346], [0.12346]],
      1: [[1], [2], [3]],
    });
    expect(clustersOfStyle({ palette: null }, exampleImageManifest)).toBe(
      exampleImageManifest.styleClusters,
    );
  });

  it('is refused by a model of other features, or of none', () => {
    const { config } = exampleImageManifest;
    const wide = { ...exampleImageManifest, config: { ...config, featNum: 3 } };
    const plain = { ...exampleImageManifest, config: { ...config, instanceFeat: false } };
    expect(fitsModel(palette, exampleImageManifest)).toBe(true);
    for (const [manifest, expected] of [
      [wide, 'styles of 3 features'],
      [plain, 'null: the model reads no styles'],
    ] as const) {
      expect(fitsModel(palette, manifest)).toBe(false);
      expect(() => clustersOfStyle({ palette }, manifest)).toThrow(
        expect.objectContaining({
          code: 'bad-recipe',
          details: expect.objectContaining({ found: 'styles of 1 features', expected }),
        }),
      );
    }
    const empty = paletteOf('empty', {});
    expect(() => clustersOfStyle({ palette: empty }, exampleImageManifest)).toThrow('not fit');
  });
});
