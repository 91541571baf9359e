import { expect, it } from 'vitest';
import { OPTICS_PRESETS } from '../pipeline/spots-presets.ts';
import {
  imageManifest,
  libraryModel,
  maskManifest,
  testAddress,
  testEngine,
} from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';

it('shows styles without the spots and the optics of the view', async () => {
  const { engine, asked } = testEngine(
    [maskManifest(), imageManifest()].map((one) => libraryModel(one)),
  );
  const optics = JSON.stringify({ ...OPTICS_PRESETS.dim, seed: 0 });
  const link = new URLSearchParams({ optics }).toString();
  const store = createStudioStore(engine, testAddress(link));
  await store.getState().startStudio();
  await expect
    .poll(() => asked.filter(({ priority }) => priority === 'idle').length)
    .toBeGreaterThan(2);
  const ofStyles = asked.filter(({ kind, priority }) => kind === 'sample' && priority === 'idle');
  expect(ofStyles.map(({ recipe }) => recipe.optics)).toEqual(ofStyles.map(() => null));
  const inView = asked.find(({ priority }) => priority === 'view');
  expect(inView?.recipe.optics).toMatchObject(OPTICS_PRESETS.dim);
});
