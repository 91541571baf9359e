import { describe, expect, it, vi } from 'vitest';
import { deferred } from '../engine/deferred.ts';
import { testSample } from '../engine/fixtures/test-sample.ts';
import { CytoForgeError } from '../errors.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { SamplePixels } from '../pipeline/sample.ts';
import {
  imageManifest,
  libraryModel,
  maskManifest,
  testAddress,
  testEngine,
} from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';

/** Waits for what timers and promises bring about. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

const DEMO = [libraryModel(maskManifest()), libraryModel(imageManifest())];

function setUp(fragment = '', demo = DEMO) {
  const { engine, asked, tell } = testEngine(demo);
  const address = testAddress(fragment);
  const store = createStudioStore(engine, address);
  return { engine, asked, tell, address, store };
}

const settled = (store: ReturnType<typeof setUp>['store']) =>
  eventually(() => expect(store.getState().sample.status).toBe('done'));

describe('the start', () => {
  it('takes the demo models, their proposals, and makes the first sample', async () => {
    const { store } = setUp();
    await store.getState().startStudio();
    await settled(store);
    const { device, view, sample, clusterThumbnails } = store.getState();
    expect(device).toMatchObject({ status: 'ready', info: { backend: 'wasm' }, lastSampleMs: 3 });
    expect(view).toMatchObject({ psi: 0.7, truth: { threshold: 128 }, size: { width: 192 } });
    expect(sample.recipe).toMatchObject({ seed: 5, psi: 0.7, size: { width: 192, height: 192 } });
    expect(clusterThumbnails.map(({ cluster }) => cluster)).toEqual([0, 1, 2]);
  });

  it('opens the view of a link over the proposals of its models', async () => {
    const { store } = setUp('#seed=8&threshold=240&seeds=8,9');
    await store.getState().startStudio();
    await settled(store);
    expect(store.getState().seedList).toEqual([8, 9]);
    expect(store.getState().sample.recipe).toMatchObject({
      seed: 8,
      psi: 0.7,
      truth: { threshold: 240 },
    });
  });

  it('falls back with a notice when a link names a model that is not here', async () => {
    const { store } = setUp('#mask-model=cccccccccccc:theirs');
    await store.getState().startStudio();
    await settled(store);
    expect(store.getState().maskModel).toBe('a'.repeat(64));
    expect(store.getState().notices).toMatchObject([
      { message: 'notice.modelAbsent', values: { name: 'theirs' } },
    ]);
  });

  it('stays a page when neither device nor models come', async () => {
    const { engine, store } = setUp();
    engine.generation.start = async () => {
      throw new CytoForgeError('backend-unavailable', 'None.');
    };
    engine.library.demoModels = async () => {
      throw new CytoForgeError('io', 'Not found.');
    };
    await store.getState().startStudio();
    expect(store.getState()).toMatchObject({
      device: { status: 'failed', error: { code: 'backend-unavailable' } },
      modelsStatus: 'failed',
      modelsError: { code: 'io' },
    });
  });
});

describe('the view', () => {
  it('is followed by the sample, the newest position of a slider only', async () => {
    const { engine, store } = setUp();
    const runs: { recipe: SampleRecipe; finish(pixels: SamplePixels): void }[] = [];
    engine.generation.makeSample = (recipe, { priority }) => {
      if (priority !== 'view') return new Promise(() => undefined);
      const { promise, resolve } = deferred<SamplePixels>();
      runs.push({ recipe, finish: resolve });
      return promise;
    };
    await store.getState().startStudio();
    for (const psi of [0.1, 0.2, 0.3, 0.4]) store.getState().updateView({ psi });
    expect(store.getState().sample.status).toBe('busy');
    runs[0].finish(testSample(runs[0].recipe));
    await eventually(() => expect(runs).toHaveLength(2));
    runs[1].finish(testSample(runs[1].recipe));
    await settled(store);
    expect(runs.map(({ recipe }) => recipe.psi)).toEqual([0.7, 0.4]);
    expect(store.getState().sample.recipe?.psi).toBe(0.4);
  });

  it('makes no new sample for what does not change it', async () => {
    const { store, asked } = setUp();
    await store.getState().startStudio();
    await settled(store);
    const views = () => asked.filter(({ priority }) => priority === 'view').length;
    const before = views();
    store.getState().updateView({ leftView: 'overlay' });
    store.getState().pin(3);
    expect(store.getState().sample.status).toBe('done');
    expect(views()).toBe(before);
  });

  it('goes into the address a moment later, and comes out of it', async () => {
    const { store, address } = setUp();
    await store.getState().startStudio();
    await settled(store);
    store.getState().updateView({ psi: 0.25, pinned: [4, 5] });
    await eventually(() => expect(address.read()).toBe('trunc=0.25&pinned=4-5'));
    address.open('#seed=77');
    await eventually(() => expect(store.getState().sample.recipe?.seed).toBe(77));
    expect(store.getState().view).toMatchObject({ psi: 0.7, pinned: [] });
  });

  it('keeps the last seeds error as a view and the style of one instance with its seed', async () => {
    const { store } = setUp();
    await store.getState().startStudio();
    store.getState().updateView({ seeds: '1-' });
    expect(store.getState()).toMatchObject({ seedList: [], seedsError: { code: 'bad-option' } });
    store.getState().setInstanceStyle(4, 2);
    await eventually(() =>
      expect(store.getState().sample.recipe?.style.byInstance).toEqual({ 4: 2 }),
    );
    store.getState().updateView({ seed: 2 });
    expect(store.getState().view.style.byInstance).toEqual({});
  });
});

describe('thumbnails', () => {
  it('are made for what is visible first, and come from the cache the second time', async () => {
    const { store, asked } = setUp();
    await store.getState().startStudio();
    store.getState().showSeeds([10, 11, 12]);
    const done = (seeds: number[]) =>
      eventually(() => {
        for (const seed of seeds) {
          expect(store.getState().thumbnails.get(seed)?.status).toBe('done');
        }
      });
    await done([10, 11, 12, 13]);
    const masks = asked.filter(({ kind }) => kind === 'mask');
    expect(masks.slice(0, 3).map(({ recipe }) => recipe.seed)).toEqual([10, 11, 12]);
    expect(masks.map(({ priority }) => priority).slice(0, 4)).toEqual([
      'visible',
      'visible',
      'visible',
      'idle',
    ]);
    store.getState().updateView({ psi: 0.3 });
    expect(store.getState().thumbnails.get(10)?.status).toBe('waiting');
    await done([10, 11, 12]);
    const made = asked.length;
    store.getState().updateView({ psi: 0.7 });
    expect(store.getState().thumbnails.get(10)?.status).toBe('done');
    expect(asked.slice(made).filter(({ priority }) => priority === 'visible')).toEqual([]);
  });
});

describe('models', () => {
  it('that are picked bring their proposals; what a person set stays', async () => {
    const other = libraryModel(maskManifest('d', { psi: 0.9, threshold: 60 }));
    const { store } = setUp('', [...DEMO, other]);
    await store.getState().startStudio();
    store.getState().updateView({ psi: 0.5 });
    await store.getState().pickModel(other.sha256);
    expect(store.getState().view).toMatchObject({ psi: 0.5, truth: { threshold: 60 } });
    await settled(store);
    expect(store.getState().sample.recipe?.maskModel.sha256).toBe(other.sha256);
  });

  it('keep the canvas while the generator stays, at the size that is proposed for it', async () => {
    const other = libraryModel(maskManifest('d'));
    const { store } = setUp('', [...DEMO, other]);
    await store.getState().startStudio();
    const shown = () => {
      const { canvas, size } = store.getState().view;
      return { canvas, size: [size.width, size.height] };
    };
    const [side] = shown().size;
    store.getState().updateView({
      canvas: { width: 128, height: 64 },
      size: { width: 2 * side, height: side, resampling: 'bicubic' },
    });
    await store.getState().pickNoImageModel();
    expect(shown()).toEqual({ canvas: { width: 128, height: 64 }, size: [128, 64] });
    await store.getState().pickModel(other.sha256);
    expect(shown()).toEqual({ canvas: null, size: [64, 64] });
  });

  it('that cannot be loaded leave the one before in place', async () => {
    const other = libraryModel(maskManifest('d'));
    const { store, engine } = setUp('', [...DEMO, other]);
    await store.getState().startStudio();
    engine.generation.load = async ({ sha256 }) => {
      if (sha256 === other.sha256) throw new CytoForgeError('truncated', 'Too short.');
    };
    await store.getState().pickModel(other.sha256);
    expect(store.getState()).toMatchObject({ maskModel: 'a'.repeat(64), modelsStatus: 'ready' });
    expect(store.getState().notices).toMatchObject([{ error: { code: 'truncated' } }]);
  });

  it('can be the mask model alone, and the link says so', async () => {
    const { store, address } = setUp();
    await store.getState().startStudio();
    await store.getState().pickNoImageModel();
    await eventually(() => expect(store.getState().sample.recipe?.imageModel).toBeNull());
    await settled(store);
    expect(store.getState().view.rightView).toBe('labels');
    await eventually(() => expect(address.read()).toContain('image-model=none'));
    await store.getState().pickModel('b'.repeat(64));
    await eventually(() =>
      expect(store.getState().sample.recipe?.imageModel?.sha256).toBe('b'.repeat(64)),
    );
  });

  it('that are dropped are listed, picked, and can be removed again', async () => {
    const { store, engine } = setUp();
    const dropped = libraryModel(imageManifest('e', 1), 'dropped');
    engine.library.importFiles = async (files, onProgress) => {
      const fileNames = files.map(({ name }) => name);
      onProgress({ id: '1', fileNames, status: 'done', progress: 1, error: null });
      return [dropped];
    };
    await store.getState().startStudio();
    await store.getState().dropFiles([new File([], 'net_G.pth')]);
    expect(store.getState()).toMatchObject({
      imageModel: dropped.sha256,
      imports: [{ fileNames: ['net_G.pth'], status: 'done' }],
    });
    await store.getState().removeModel(dropped.sha256);
    expect(store.getState().imageModel).toBe('b'.repeat(64));
    expect(store.getState().models).toHaveLength(2);
  });
});

describe('a device that is lost', () => {
  it('is shown while it restarts, and a failed sample is made again', async () => {
    const { store, engine, tell } = setUp();
    let broken = true;
    const { makeSample } = engine.generation;
    engine.generation.makeSample = (recipe, options) =>
      broken
        ? Promise.reject(new CytoForgeError('device-lost', 'Lost.'))
        : makeSample(recipe, options);
    await store.getState().startStudio();
    await eventually(() => expect(store.getState().sample.status).toBe('failed'));
    tell({ kind: 'restarting', cause: new CytoForgeError('device-lost', 'Lost.') });
    expect(store.getState().device).toMatchObject({ status: 'restarting' });
    broken = false;
    const info = { backend: 'wasm', device: '', software: false, reason: '' } as const;
    tell({ kind: 'restarted', info });
    await settled(store);
    expect(store.getState().device).toMatchObject({ status: 'ready', error: null });
  });
});
