import { describe, expect, it } from 'vitest';
import { encodeRuns } from '../imaging/label-runs.ts';
import { defaultView } from './default-view.ts';
import { imageManifest, maskManifest } from './fixtures/test-engine.ts';
import type { ExploreView } from './studio-state.ts';
import { missesPalette, readLink, viewOfLink, writeLink } from './view-url.ts';

const defaults = defaultView(maskManifest(), imageManifest());

/** Differs from the defaults in every field. */
const changed: ExploreView = {
  dropped: 'rings.png',
  seeds: '1-100,205',
  seed: 205,
  blend: [
    { seed: 3, weight: 0.25 },
    { seed: 7, weight: 0.75 },
  ],
  mix: { seed: 1000, layers: [0, 5] },
  classIndex: 2,
  psi: 0.55,
  cutoff: 4,
  transform: { translateX: 0.25, translateY: -0.1, rotateDegrees: 30 },
  canvas: { width: 96, height: 80 },
  noiseMode: 'random',
  truth: { threshold: 'otsu', fillHoles: false, split: 'components', smallestObject: 12 },
  edits: { width: 2, height: 2, labels: encodeRuns(Uint16Array.of(0, 1, 1, 2)), nuclei: null },
  spots: {
    seed: 3,
    clusters: [{ x: 50, y: 40.5, count: 20, sigmaMajor: 12, sigmaMinor: 6, angleDegrees: 30 }],
    scatters: [{ region: 'membranes', density: 2 }],
    radius: { from: 1, to: 2 },
    intensity: { from: 150, to: 255 },
    fallOff: 0.2,
    rendering: 'gaussian',
    spotModel: null,
    composite: { mode: 'sum', opacity: 1 },
  },
  optics: { psfSigma: 1.2, photonsAtWhite: 500, readNoise: 2, offset: 4, seed: 8 },
  size: { width: 320, height: 256, resampling: 'nearest' },
  style: {
    mode: 'cluster',
    cluster: 2,
    seed: 9,
    byInstance: { 3: 1, 7: 0 },
    palette: { name: 'own', centres: { '1': [[0.5, -1]] } },
  },
  leftView: 'overlay',
  rightView: 'labels',
  pinned: [4, 5, 6, 90],
};

describe('links', () => {
  it('leave defaults out', () => {
    expect(writeLink(defaults, defaults, {}, 'explore')).toBe('');
    expect(writeLink({ ...defaults, psi: 0.5 }, defaults, {}, 'explore')).toBe('trunc=0.5');
  });

  it('keep every cluster of spots, however many there are', () => {
    const cluster = { x: 250.25, y: 140.5, count: 120, sigmaMajor: 12.75, sigmaMinor: 6.5 };
    const clusters = Array.from({ length: 256 }, (_, stream) => ({
      ...cluster,
      angleDegrees: 12.25,
      stream,
    }));
    const view = { ...changed, spots: changed.spots && { ...changed.spots, clusters } };
    expect(viewOfLink(writeLink(view, defaults, {}, 'spots'), defaults)).toEqual(view);
  });

  it('reopen any view', () => {
    const link = writeLink(changed, defaults, {}, 'models');
    expect(viewOfLink(`#${link}`, defaults)).toEqual(changed);
    expect(readLink(link).workspace).toBe('models');
  });

  it.each(Object.keys(changed) as (keyof ExploreView)[])('carry %s alone', (field) => {
    const view = { ...defaults, [field]: changed[field] };
    const link = writeLink(view, defaults, {}, 'explore');
    expect(link).not.toBe('');
    expect(viewOfLink(link, defaults)).toEqual(view);
  });

  it('name models by hash', () => {
    const models = {
      maskModel: { name: 'my cells & more', sha256: 'c'.repeat(64) },
      imageModel: 'none',
    } as const;
    expect(readLink(writeLink(defaults, defaults, models, 'explore')).models).toEqual({
      maskModel: { name: 'my cells & more', sha256: 'c'.repeat(12) },
      imageModel: 'none',
    });
  });

  it.each([
    '#%%%',
    '#seed=-1&trunc=many&cutoff=&size=9x&split=no&left=up&pinned=a-b&styles=x',
    '#seed=99999999999&size=0x0&threshold=1e9&mask-model=zz&workspace=nowhere',
    '#&&==&seed',
    '#__proto__=1&constructor=2',
  ])('open something whatever they say: %s', (link) => {
    expect(viewOfLink(link, defaults)).toEqual(defaults);
    expect(readLink(link)).toEqual({ models: {}, workspace: 'explore' });
  });
});

describe('a palette in a link', () => {
  const withStyles = (count: number) => {
    const style = (at: number) => [at / 1000, 0.12345, -0.54321];
    const centres = { 0: [[0, 0, 0]], 1: Array.from({ length: count }, (_, at) => style(at)) };
    return { name: 'nuclei.png', centres };
  };
  const linkOf = (palette: ReturnType<typeof withStyles>) =>
    writeLink({ ...defaults, style: { ...defaults.style, palette } }, defaults, {}, 'explore');

  it('travels with it while it is short', () => {
    const palette = withStyles(24);
    const link = linkOf(palette);
    expect(viewOfLink(link, defaults).style.palette).toEqual(palette);
    expect(missesPalette(link, [])).toBe(false);
  });

  it('is referred to when it is long, and found among those kept', () => {
    const palette = withStyles(400);
    const link = linkOf(palette);
    expect(link).toMatch(/palette=stored:[0-9a-f]{8}$/);
    expect(viewOfLink(link, defaults, [withStyles(3), palette]).style.palette).toEqual(palette);
    expect(viewOfLink(link, defaults, []).style.palette).toBeNull();
    expect([missesPalette(link, []), missesPalette(link, [palette])]).toEqual([true, false]);
  });
});
