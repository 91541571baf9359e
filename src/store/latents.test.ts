import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import type { VideoProgress, VideoRequest } from '../engine/video-client.ts';
import { CytoForgeError } from '../errors.ts';
import type { VideoPlan } from '../pipeline/video-plan.ts';
import {
  imageManifest,
  libraryModel,
  maskManifest,
  testAddress,
  testEngine,
} from './fixtures/test-engine.ts';
import { createStudioStore } from './studio-store.ts';

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

async function started(fragment = '') {
  const parts = testEngine([libraryModel(maskManifest()), libraryModel(imageManifest())]);
  const store = createStudioStore(parts.engine, testAddress(fragment));
  await store.getState().startStudio();
  return { ...parts, store };
}

describe('a blend', () => {
  it('is the sample of a link until another seed is chosen', async () => {
    const { store } = await started('#seed=8&blend=8:0.5,9:0.5');
    await eventually(() => expect(store.getState().sample.recipe?.blend).toHaveLength(2));
    store.getState().updateView({ seed: 9 });
    await eventually(() => expect(store.getState().sample.recipe?.blend).toEqual([]));
  });

  it('is not in the thumbnails of the seeds', async () => {
    const { store, asked } = await started('#seed=8&blend=8:0.5,9:0.5&mix=3:1');
    store.getState().showSeeds([1]);
    const masks = () => asked.filter(({ kind }) => kind === 'mask');
    await eventually(() => expect(masks().length).toBeGreaterThan(0));
    expect(masks()[0].recipe).toMatchObject({ seed: 1, blend: [], mix: { seed: 3, layers: [1] } });
  });
});

describe('the mixing matrix', () => {
  const plan = { rows: [1, 2], columns: [2, 3], layers: [0, 1] };

  it('makes the seeds’ own masks and the mixes, behind everything else, and gives a PNG', async () => {
    const { store, asked, downloads } = await started();
    const before = asked.length;
    store.getState().showMixes(plan);
    const cells = () => [...store.getState().mixCells];
    expect(cells().map(([key]) => key)).toEqual(['1-1', '2-2', '3-3', '1-2', '1-3', '2-3']);
    await eventually(() => expect(cells().every(([, { status }]) => status === 'done')).toBe(true));
    const made = asked.slice(before).filter(({ kind, priority }) => {
      return kind === 'mask' && priority === 'idle';
    });
    const mixes = made.filter(({ recipe }) => recipe.mix !== null);
    expect(mixes.map(({ recipe }) => [recipe.seed, recipe.mix])).toEqual([
      [1, { seed: 2, layers: [0, 1] }],
      [1, { seed: 3, layers: [0, 1] }],
      [2, { seed: 3, layers: [0, 1] }],
    ]);

    store.getState().downloadMixes(plan);
    expect(downloads.map(({ fileName }) => fileName)).toEqual(['style-mixes.png']);
    const png = decode(new Uint8Array(await downloads[0].file.arrayBuffer()));
    expect([png.width, png.height]).toEqual([3 * 192, 3 * 192]);
  });

  it('is forgotten when it is closed', async () => {
    const { store } = await started();
    store.getState().showMixes(plan);
    store.getState().showMixes(null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(store.getState().mixCells.size).toBe(0);
  });
});

describe('w', () => {
  it('of the view or of pinned seeds are downloaded', async () => {
    const { store, downloads } = await started('#seed=8&pinned=4-5');
    await store.getState().saveLatents(null);
    await store.getState().saveLatents([4, 5]);
    expect(downloads.map(({ fileName }) => fileName)).toEqual(['w-seed0008.npz', 'w-pinned.npz']);
    const files = unzipSync(new Uint8Array(await downloads[1].file.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['w.npy', 'seeds.npy']);
    const { buffer, byteOffset } = files['w.npy'].slice(-8);
    expect([...new Float32Array(buffer, byteOffset, 2)]).toEqual([4, 5]);
  });

  it('that cannot be made are told', async () => {
    const { store, engine } = await started();
    engine.generation.makeLatents = async () => {
      throw new CytoForgeError('device-lost', 'Lost.');
    };
    await store.getState().saveLatents(null);
    expect(store.getState().notices).toMatchObject([{ message: 'notice.downloadFailed' }]);
  });
});

describe('a video', () => {
  const plan: VideoPlan = {
    seeds: [1, 2],
    shuffleSeed: null,
    columns: 1,
    rows: 1,
    keyframes: null,
    framesPerKeyframe: 2,
  };
  const order = {
    plan,
    what: 'image',
    style: 2,
    format: 'webm',
    fps: 30,
    cellWidth: 64,
    fileName: 'a.webm',
  } as const;
  const done: VideoProgress = {
    status: 'done',
    format: 'webm',
    done: 4,
    total: 4,
    secondsLeft: null,
    picture: null,
    file: new Blob(['film']),
    error: null,
  };

  it('is made of the view’s settings with one style, and saved', async () => {
    const { store, engine, downloads } = await started('#trunc=0.4');
    const asked: VideoRequest[] = [];
    engine.videos.make = async (request, listener) => {
      asked.push(request);
      listener(done);
    };
    await store.getState().startVideo(order);
    expect(asked[0].template).toMatchObject({ psi: 0.4, style: { mode: 'cluster', cluster: 2 } });
    expect(asked[0].template.imageModel?.name).toBe('cells-b');
    expect(store.getState().videoJob).toMatchObject({ status: 'done', fileName: 'a.webm' });
    store.getState().saveVideo();
    expect(await downloads[0].file.text()).toBe('film');
    store.getState().dismissVideo();
    expect(store.getState().videoJob).toBeNull();

    await store.getState().startVideo({ ...order, what: 'mask' });
    expect(asked[1].template.imageModel).toBeNull();
  });

  it('that is cancelled leaves nothing, one that fails leaves a notice', async () => {
    const { store, engine } = await started();
    engine.videos.make = () => Promise.reject(new CytoForgeError('cancelled', 'Cancelled.'));
    await store.getState().startVideo(order);
    expect(store.getState()).toMatchObject({ videoJob: null, notices: [] });
    engine.videos.make = () => Promise.reject(new CytoForgeError('bad-option', 'No.'));
    await store.getState().startVideo(order);
    expect(store.getState().notices).toMatchObject([{ message: 'notice.videoFailed' }]);
  });

  it('has a format in every browser', async () => {
    const { store, engine } = await started();
    engine.videos.formats = () => Promise.reject(new Error('no worker'));
    await store.getState().findVideoFormats({ width: 64, height: 64, fps: 30 });
    expect(store.getState().videoFormats).toEqual(['zip']);
  });
});
