import { describe, expect, it } from 'vitest';
import { CytoForgeError, type ErrorCode } from '../errors.ts';
import type {
  BackendChoice,
  BundleData,
  GenerationService,
} from '../pipeline/generation-service.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { SamplePixels } from '../pipeline/sample.ts';

import { measureInstances } from '../pipeline/sample-measures.ts';

import type { SpotsRecipe } from '../pipeline/spots-recipe.ts';

import { createGenerationClient } from './create-generation-client.ts';
import { type FakeWorker, fakeWorker } from './fixtures/fake-worker.ts';
import { MASK_HASH, testRecipe } from './fixtures/test-recipe.ts';
import { testSample } from './fixtures/test-sample.ts';
import type { LoadableModel, WorkerEvent } from './generation-client.ts';

type MakeSample = (recipe: SampleRecipe, signal?: AbortSignal) => Promise<SamplePixels>;

/** A client over fake workers; `make` gets the number of the worker it runs in. */
function setUp(
  make: (life: number, ...parameters: Parameters<MakeSample>) => Promise<SamplePixels>,
  spotModels: LoadableModel[] = [],
) {
  const workers: FakeWorker<GenerationService>[] = [];
  const log: string[] = [];
  const events: WorkerEvent['kind'][] = [];
  const spawn = () => {
    const life = workers.length + 1;
    const loaded = new Set<string>();
    const worker = fakeWorker<GenerationService>({
      async start(choice: BackendChoice) {
        log.push(`${life} start ${choice}`);
        return { backend: 'wasm', device: '', software: false, reason: '' };
      },
      async load({ manifest }) {
        const { weightsSha256 } = manifest.provenance;
        log.push(weightsSha256 === MASK_HASH ? `${life} load` : `${life} load ${weightsSha256[0]}`);
        loaded.add(manifest.provenance.weightsSha256);
      },
      async unload(sha256) {
        log.push(`${life} unload ${sha256[0]}`);
        loaded.delete(sha256);
      },
      async makeRawMask(recipe) {
        return testSample(recipe).rawMask;
      },
      async makeSample(recipe, signal) {
        log.push(`${life} sample ${recipe.seed}`);
        if (!loaded.has(recipe.maskModel.sha256)) throw new Error('no model');
        return make(life, recipe, signal);
      },
      measureSample: async ({ size }) => measureInstances([], size),
      inspectLayers: async () => ({ layers: [], picture: null }),
      makeLatents: async ({ seed }) => ({ numWs: 1, wDim: 1, data: Float32Array.of(seed) }),
      makeMaskOfLatents: async (recipe) => testSample(recipe).rawMask,
      async encodeStyles({ image }, signal) {
        log.push(`${life} encode ${image.name}`);
        await new Promise((_, reject) => signal?.addEventListener('abort', reject));
        throw new Error('the signal did not come');
      },
      async checkReference() {
        throw new Error('not asked for here');
      },
      async renderMaps() {
        throw new Error('not asked for here');
      },
      async clusterStyles(styles) {
        if (life === 1) return failWith('worker-crashed');
        return { 1: styles.map(({ feature }) => feature) };
      },
      async memory() {
        return { tensors: 0, bytes: 0, bytesOnGpu: null };
      },
    });
    workers.push(worker);
    return worker;
  };
  const find = (sha256: string) => spotModels.find((model) => model.sha256 === sha256) ?? null;
  const client = createGenerationClient(spawn, find);
  client.watch((event) => events.push(event.kind));
  return { client, workers, log, events, model: loadable(MASK_HASH) };
}

function loadable(sha256: string): LoadableModel {
  return {
    sha256,
    read: async () =>
      ({
        manifest: { provenance: { weightsSha256: sha256 } },
        shards: [],
      }) as unknown as BundleData,
  };
}

/** Spots that the model of this hash renders. */
function withSpots(recipe: SampleRecipe, sha256: string): SampleRecipe {
  const spots: SpotsRecipe = {
    seed: 0,
    clusters: [],
    scatters: [],
    radius: { from: 1, to: 1 },
    intensity: { from: 1, to: 1 },
    fallOff: 0,
    rendering: 'model',
    spotModel: { name: 'points', sha256 },
    composite: { mode: 'sum', opacity: 1 },
  };
  return { ...recipe, spots };
}

const failWith = (code: ErrorCode) => Promise.reject(new CytoForgeError(code, code));
const view = { priority: 'view' } as const;

describe('createGenerationClient', () => {
  it('withdraws an encoding that waits, and hands the signal to one that runs', async () => {
    const { client, log } = setUp(async (_, recipe) => testSample(recipe));
    const request = (name: string) => ({
      imageModel: { name: 'cells', sha256: MASK_HASH },
      image: { name, bytes: new Uint8Array() },
      instances: null,
      labels: null,
      crop: null,
    });
    const stop = new AbortController();
    const options = { priority: 'visible', signal: stop.signal } as const;
    const pending = ['a', 'b'].map((name) => client.encodeStyles(request(name), options));
    const rejected = Promise.all(pending.map((one) => expect(one).rejects.toBeDefined()));
    while (!log.includes('1 encode a')) await new Promise((resolve) => setTimeout(resolve));
    stop.abort();
    await rejected;
    expect(log).not.toContain('1 encode b');
  });

  it('gives the worker the spot model of a recipe, one at a time, and again after a restart', async () => {
    const models = ['c', 'd'].map((digit) => loadable(digit.repeat(64)));
    const { client, log, model } = setUp(
      async (life, recipe) =>
        life === 1 && recipe.seed === 4 ? failWith('device-lost') : testSample(recipe),
      models,
    );
    await client.load(model);
    const make = (seed: number, digit: string) =>
      client.makeSample(withSpots(testRecipe(seed), digit.repeat(64)), view);
    await make(1, 'c');
    await make(2, 'c');
    await make(3, 'd');
    await make(4, 'd');
    expect(log).toEqual([
      ...['1 start auto', '1 load', '1 load c', '1 sample 1', '1 sample 2'],
      ...['1 unload c', '1 load d', '1 sample 3', '1 sample 4'],
      ...['2 start auto', '2 load', '2 load d', '2 sample 4'],
    ]);
  });

  it('clusters once more in a new worker', async () => {
    const { client } = setUp(async (_, recipe) => testSample(recipe));
    const styles = [{ id: 1, label: 1, area: 1, share: 1, feature: [0.5] }];
    expect(await client.clusterStyles(styles, {}, view)).toEqual({ 1: [[0.5]] });
  });

  it.each(['device-lost', 'gpu-error', 'worker-crashed'] as const)(
    'starts a new worker after %s, loads the models again and repeats the request',
    async (code) => {
      const { client, log, events, model } = setUp(async (life, recipe) =>
        life === 1 ? failWith(code) : testSample(recipe),
      );
      await client.start('wasm');
      await client.load(model);
      const sample = await client.makeSample(testRecipe(3), view);
      expect(sample.mask.data).toEqual(testSample(testRecipe(3)).mask.data);
      expect(log).toEqual([
        '1 start wasm',
        '1 load',
        '1 sample 3',
        '2 start wasm',
        '2 load',
        '2 sample 3',
      ]);
      expect(events).toEqual(['restarting', 'restarted']);
    },
  );

  it('repeats a request whose worker dies without an answer', async () => {
    const { client, workers, model } = setUp((life, recipe) =>
      life === 1 ? new Promise(() => undefined) : Promise.resolve(testSample(recipe)),
    );
    await client.start('auto');
    await client.load(model);
    const sample = client.makeSample(testRecipe(1), view);
    await new Promise((resolve) => setTimeout(resolve));
    workers[0].crash();
    await expect(sample).resolves.toMatchObject({ mask: { width: 8 } });
    expect(workers).toHaveLength(2);
  });

  it('is ready again when the worker dies between requests', async () => {
    const { client, workers, events, log, model } = setUp(async (_, recipe) => testSample(recipe));
    await client.start('auto');
    await client.load(model);
    workers[0].crash();
    await new Promise((resolve) => setTimeout(resolve));
    expect(events).toEqual(['restarting', 'restarted']);
    await client.makeSample(testRecipe(2), view);
    expect(log.slice(-3)).toEqual(['2 start auto', '2 load', '2 sample 2']);
  });

  it('repeats once only, and passes other failures on without a restart', async () => {
    const { client, workers, model } = setUp((_, recipe) =>
      failWith(recipe.seed === 1 ? 'gpu-error' : 'out-of-memory'),
    );
    await client.start('auto');
    await client.load(model);
    await expect(client.makeSample(testRecipe(2), view)).rejects.toMatchObject({
      code: 'out-of-memory',
    });
    expect(workers).toHaveLength(1);
    await expect(client.makeSample(testRecipe(1), view)).rejects.toMatchObject({
      code: 'gpu-error',
    });
    expect(workers).toHaveLength(3);
  });

  it('gives up after several failures in a row until a backend is chosen', async () => {
    let broken = true;
    const { client, events, workers, model } = setUp((_, recipe) =>
      broken ? failWith('device-lost') : Promise.resolve(testSample(recipe)),
    );
    await client.start('webgpu');
    await client.load(model);
    const codes: unknown[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      await client.makeSample(testRecipe(attempt), view).catch((error) => codes.push(error.code));
    }
    expect(codes).toEqual(Array(4).fill('device-lost'));
    expect(events.at(-1)).toBe('failed');
    const lives = workers.length;
    broken = false;
    await expect(client.makeSample(testRecipe(9), view)).rejects.toBeInstanceOf(CytoForgeError);
    expect(workers).toHaveLength(lives);
    await client.start('wasm');
    await expect(client.makeSample(testRecipe(9), view)).resolves.toBeDefined();
  });

  it('switches the backend in a new worker and goes on with what was asked', async () => {
    const { client, workers, log, events, model } = setUp((life, recipe) =>
      life === 1 ? new Promise(() => undefined) : Promise.resolve(testSample(recipe)),
    );
    await client.start('webgpu');
    await client.load(model);
    const sample = client.makeSample(testRecipe(5), view);
    await new Promise((resolve) => setTimeout(resolve));
    await client.start('wasm');
    await sample;
    expect(workers[0].isOver).toBe(true);
    expect(log.slice(-3)).toEqual(['2 start wasm', '2 load', '2 sample 5']);
    expect(events).toEqual([]);
  });

  it('passes the signal to the service and does not restart for it', async () => {
    const { client, workers, model } = setUp(
      (_, __, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new CytoForgeError('cancelled', 'Off.')));
        }),
    );
    await client.start('auto');
    await client.load(model);
    const controller = new AbortController();
    const sample = client.makeSample(testRecipe(1), { ...view, signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve));
    controller.abort();
    await expect(sample).rejects.toMatchObject({ code: 'cancelled' });
    expect(workers).toHaveLength(1);
  });
});
