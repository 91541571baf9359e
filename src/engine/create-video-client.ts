import { toPlainError } from '../errors.ts';
import type { ByteImage } from '../imaging/image.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { layOutVideo, videoFrames } from '../pipeline/video-plan.ts';
import type { VideoService } from '../services/video-service.ts';
import type { GenerationClient } from './generation-client.ts';
import { reopening } from './reopening.ts';
import { cancelledError } from './request-queue.ts';
import { createTimeLeft } from './time-left.ts';
import type { VideoClient, VideoProgress, VideoRequest } from './video-client.ts';
import type { WorkerLink } from './worker-link.ts';

/** Films: the networks' worker makes the pictures, the video worker encodes them, a frame behind. */
export function createVideoClient(
  spawn: () => WorkerLink<VideoService>,
  generation: Pick<GenerationClient, 'makeRawMask' | 'makeSample'>,
): VideoClient {
  const worker = reopening(spawn);
  let running: AbortController | null = null;

  async function makePicture(recipe: SampleRecipe, signal: AbortSignal): Promise<ByteImage> {
    const options = { priority: 'export', signal } as const;
    if (!recipe.imageModel) return generation.makeRawMask(recipe, options);
    const { image, mask } = await generation.makeSample(recipe, options);
    return image ?? mask;
  }

  async function makeFrames(
    { plan, template, format, fps, cellWidth }: VideoRequest,
    tell: (change: Partial<VideoProgress>) => void,
    signal: AbortSignal,
  ): Promise<Blob> {
    const { columns } = plan;
    const { frames } = layOutVideo(plan);
    const timeLeft = createTimeLeft();
    await worker.call((service) => service.begin({ format, fps, columns, cellWidth }));
    let adding: Promise<void> = Promise.resolve();
    let done = 0;
    for (const recipes of videoFrames(plan, template)) {
      const pictures: ByteImage[] = [];
      for (const recipe of recipes) pictures.push(await makePicture(recipe, signal));
      await adding;
      adding = worker.call((service) => service.add(pictures));
      // Its failure is met at the next frame or at the end, and must not be nobody's before that.
      adding.catch(() => undefined);
      timeLeft.step();
      done += 1;
      tell({ done, secondsLeft: timeLeft.secondsFor(frames - done), picture: pictures[0] });
    }
    await adding;
    tell({ status: 'finishing', secondsLeft: null });
    return worker.call((service) => service.finish());
  }

  return {
    formats: (shape) => worker.call((service) => service.formats(shape)),
    async make(request, listener) {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const { signal } = controller;
      let progress: VideoProgress = {
        status: 'running',
        format: request.format,
        done: 0,
        total: layOutVideo(request.plan).frames,
        secondsLeft: null,
        picture: null,
        file: null,
        error: null,
      };
      const tell = (change: Partial<VideoProgress>) => {
        progress = { ...progress, ...change };
        if (!signal.aborted) listener(progress);
      };
      tell({});
      try {
        const file = await makeFrames(request, tell, signal);
        tell({ status: 'done', file });
      } catch (cause) {
        tell({ status: 'failed', secondsLeft: null, error: toPlainError(cause) });
        await worker.call((service) => service.discard()).catch(() => undefined);
      } finally {
        if (running === controller) running = null;
      }
      if (signal.aborted) throw cancelledError();
    },
    cancel: () => running?.abort(),
  };
}
