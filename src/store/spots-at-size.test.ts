import { expect, it } from 'vitest';
import { fiveClusterSpots } from '../pipeline/spots-presets.ts';
import { libraryModel, maskManifest, testAddress, testEngine } from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';

it('takes spots along to another size, but not those that come with it', async () => {
  const store = createStudioStore(testEngine([libraryModel(maskManifest())]).engine, testAddress());
  await store.getState().startStudio();
  const { updateView } = store.getState();
  const at = (side: number) => ({ width: side, height: side, resampling: 'bicubic' as const });
  updateView({ size: at(128) });
  updateView({ spots: fiveClusterSpots(at(128)) });
  updateView({ size: at(256) });
  const [first] = store.getState().view.spots?.clusters ?? [];
  expect(first.x).toBeCloseTo(2 * 68.75 + 0.5, 6);
  const spots = fiveClusterSpots(at(512));
  updateView({ size: at(512), spots });
  expect(store.getState().view.spots).toBe(spots);
});
