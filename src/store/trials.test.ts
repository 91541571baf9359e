import { expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import {
  imageManifest,
  libraryModel,
  maskManifest,
  testAddress,
  testEngine,
} from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';
import { exampleKey, selfTestKey } from './trials-slice.ts';

const mask = libraryModel(maskManifest());
const image = libraryModel(imageManifest());

async function started() {
  const { engine } = testEngine([mask, image]);
  engine.library.find = (sha256) => [mask, image].find((model) => model.sha256 === sha256) ?? null;
  const store = createStudioStore(engine, testAddress());
  await store.getState().startStudio();
  return { engine, store };
}

it('makes a preview once, an image model on the first mask model', async () => {
  const { engine, store } = await started();
  const asked: (string | undefined)[] = [];
  const { example } = engine.trials;
  engine.trials.example = (request) => {
    asked.push(request.maskModel?.sha256);
    return example(request);
  };
  for (let i = 0; i < 2; i++) await store.getState().showPreview(image.sha256);
  expect(asked).toEqual([mask.sha256]);
  expect(store.getState().previews.get(image.sha256)).toMatchObject({ status: 'done' });
});

it('compares models on one seed, the latest wins', async () => {
  const { store } = await started();
  const { compareExamples } = store.getState();
  await Promise.all([
    compareExamples([mask.sha256], 1),
    compareExamples([mask.sha256, image.sha256], 2),
  ]);
  const { comparison } = store.getState();
  expect(comparison.get(exampleKey(mask.sha256, 2))?.status).toBe('done');
  expect(comparison.get(exampleKey(image.sha256, 2))?.status).toBe('done');
});

it('tests a model on a backend, says why it could not, and can be cancelled', async () => {
  const { engine, store } = await started();
  const { runSelfTest, cancelSelfTest } = store.getState();
  const of = (backend: 'wasm' | 'webgpu' | 'cpu') =>
    store.getState().selfTests.get(selfTestKey(mask.sha256, backend));
  await runSelfTest(mask.sha256, 'wasm');
  expect(of('wasm')).toMatchObject({ status: 'done', error: null });
  engine.trials.selfTest = () =>
    Promise.reject(new CytoForgeError('backend-unavailable', 'There is none.'));
  await runSelfTest(mask.sha256, 'webgpu');
  expect(of('webgpu')).toMatchObject({ status: 'failed', error: { code: 'backend-unavailable' } });
  engine.trials.selfTest = (_, signal) =>
    new Promise((_, reject) => signal?.addEventListener('abort', reject));
  const running = runSelfTest(mask.sha256, 'cpu');
  expect(of('cpu')?.status).toBe('running');
  cancelSelfTest();
  await running;
  expect(of('cpu')).toMatchObject({ status: 'cancelled', error: null });
});
