import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../imaging/image.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { VideoOrder, VideoService } from '../services/video-service.ts';
import { createVideoClient } from './create-video-client.ts';
import { fakeWorker } from './fixtures/fake-worker.ts';
import { testRecipe } from './fixtures/test-recipe.ts';
import { testSample } from './fixtures/test-sample.ts';
import type { VideoProgress, VideoRequest } from './video-client.ts';

const request: VideoRequest = {
  plan: {
    seeds: [1, 2, 3, 4],
    shuffleSeed: null,
    columns: 2,
    rows: 1,
    keyframes: null,
    framesPerKeyframe: 3,
  },
  template: testRecipe(0),
  format: 'webm',
  fps: 60,
  cellWidth: 16,
};

/** A client whose worker only counts. */
function setUp(add: (pictures: ByteImage[]) => Promise<void> = async () => undefined) {
  const seen = { orders: [] as VideoOrder[], frames: [] as ByteImage[][], discarded: 0 };
  const asked: SampleRecipe[] = [];
  const service: VideoService = {
    formats: async () => ['zip'],
    begin: async (order) => void seen.orders.push(order),
    async add(pictures) {
      seen.frames.push(pictures);
      await add(pictures);
    },
    finish: async () => new Blob(['film']),
    async discard() {
      seen.discarded += 1;
    },
  };
  const workers: ReturnType<typeof fakeWorker<VideoService>>[] = [];
  const client = createVideoClient(
    () => {
      const worker = fakeWorker(service);
      workers.push(worker);
      return worker;
    },
    {
      async makeRawMask(recipe, { signal }) {
        signal?.throwIfAborted();
        asked.push(recipe);
        return testSample(recipe).rawMask;
      },
      makeSample: async (recipe) => testSample(recipe),
    },
  );
  const told: VideoProgress[] = [];
  const listen = (progress: VideoProgress) => void told.push(progress);
  return { client, seen, asked, told, listen, workers };
}

describe('createVideoClient', () => {
  it('makes every cell of every frame and hands over the film', async () => {
    const { client, seen, asked, told, listen } = setUp();
    await client.make(request, listen);
    expect(seen.orders).toEqual([{ format: 'webm', fps: 60, columns: 2, cellWidth: 16 }]);
    expect(seen.frames.map((pictures) => pictures.length)).toEqual(Array(6).fill(2));
    expect(asked.slice(0, 2).map(({ blend }) => blend)).toEqual([
      [{ seed: 1, weight: 1 }],
      [{ seed: 3, weight: 1 }],
    ]);
    expect(told.map(({ status, done }) => `${status} ${done}`)).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6].map((done) => `running ${done}`),
      'finishing 6',
      'done 6',
    ]);
    expect(await told.at(-1)?.file?.text()).toBe('film');
  });

  it('drops a film that is cancelled, and says nothing more of it', async () => {
    const { client, seen, told, listen } = setUp();
    const making = client.make(request, (progress) => {
      listen(progress);
      if (progress.done === 2) client.cancel();
    });
    await expect(making).rejects.toMatchObject({ code: 'cancelled' });
    expect(told.at(-1)).toMatchObject({ status: 'running', done: 2 });
    expect(seen.discarded).toBe(1);
  });

  it('says why a film could not be encoded', async () => {
    const { client, seen, told, listen } = setUp(() => Promise.reject(new Error('no room')));
    await client.make(request, listen);
    expect(told.at(-1)).toMatchObject({ status: 'failed', error: { message: 'no room' } });
    expect(seen.frames).toHaveLength(1);
  });

  it('says that its worker died, and goes on with another', async () => {
    const { client, told, listen, workers } = setUp(async () => {
      if (workers.length > 1) return;
      workers[0].crash();
      await new Promise(() => undefined);
    });
    await client.make(request, listen);
    expect(told.at(-1)).toMatchObject({ status: 'failed', error: { code: 'worker-crashed' } });
    await client.make(request, listen);
    expect(told.at(-1)?.status).toBe('done');
  });

  it('refuses a plan that cannot be made', async () => {
    const { client, listen } = setUp();
    const plan = { ...request.plan, seeds: [1] };
    await expect(client.make({ ...request, plan }, listen)).rejects.toMatchObject({
      code: 'bad-option',
    });
  });
});
