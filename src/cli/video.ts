import { type Command, Option } from 'commander';
import type { DatasetEntry } from '../dataset/zip-writer.ts';
import { CytoForgeError } from '../errors.ts';
import { encodeImagePng } from '../imaging/encode-png.ts';
import type { ByteImage } from '../imaging/image.ts';
import { tileImages } from '../imaging/tile-images.ts';
import type { GenerationService } from '../pipeline/generation-service.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { parseKeyframes } from '../pipeline/seed-ranges.ts';
import { layOutVideo, VIDEO_FPS, type VideoPlan, videoFrames } from '../pipeline/video-plan.ts';
import { addLatentOptions, addPlaceOptions, addWhatOptions } from './draw-options.ts';
import {
  makePicture,
  openPictureModels,
  type PictureOptions,
  pictureTemplate,
} from './make-picture.ts';
import { progressLine } from './progress-line.ts';
import { numberArgument, sizeArgument } from './recipe-options.ts';
import { INTERRUPTED_STATUS } from './run-program.ts';
import { startNetworks } from './start-networks.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { type DatasetTarget, datasetTarget } from './write-dataset.ts';

interface VideoOptions extends PictureOptions {
  seeds: string;
  shuffleSeed?: number;
  grid: [number, number];
  numKeyframes?: number;
  wFrames: number;
}

/**
 * The frames as `frame000000.png` and its like, up to the end or to where `stop` says so.
 * @param onFrame Hears how many there are.
 */
async function* frameFiles(
  plan: VideoPlan,
  template: SampleRecipe,
  service: GenerationService,
  stop: AbortSignal,
  onFrame: (frames: number) => void,
): AsyncGenerator<DatasetEntry> {
  let at = 0;
  for (const cells of videoFrames(plan, template)) {
    const pictures: ByteImage[] = [];
    for (const recipe of cells) {
      if (stop.aborted) return;
      pictures.push(await makePicture(service, recipe));
    }
    const frame = tileImages(pictures, plan.columns);
    yield { name: `frame${String(at).padStart(6, '0')}.png`, data: encodeImagePng(frame) };
    at += 1;
    onFrame(at);
  }
}

/** Writes the frames. @returns How many there are; an interrupt keeps those that were made. */
async function writeFrames(
  target: DatasetTarget,
  frames: number,
  files: (onFrame: (frames: number) => void) => AsyncIterable<DatasetEntry>,
): Promise<number> {
  const progress = progressLine(frames, 'frames');
  let made = 0;
  const onFrame = (done: number) => {
    made = done;
    progress.show(done, done);
  };
  const someFiles = async function* () {
    yield* files(onFrame);
    if (made === 0) throw new CytoForgeError('cancelled', 'Interrupted before the first frame.');
  };
  try {
    await target.write(someFiles());
  } catch (error) {
    await target.discard();
    throw error;
  } finally {
    progress.clear();
  }
  return made;
}

function planOf(options: VideoOptions): VideoPlan {
  const [columns, rows] = options.grid;
  return {
    seeds: parseKeyframes(options.seeds),
    shuffleSeed: options.shuffleSeed ?? null,
    columns,
    rows,
    keyframes: options.numKeyframes ?? null,
    framesPerKeyframe: options.wFrames,
  };
}

/** @returns The exit status. */
async function video(options: VideoOptions, stop: AbortSignal): Promise<number> {
  const plan = planOf(options);
  const { frames } = layOutVideo(plan);
  const target = await datasetTarget(options.out);
  const models = await openPictureModels(options);
  const service = await startNetworks([models.mask, models.image], options.backend);
  const template = await pictureTemplate(models, options, service, stop);
  const made = await writeFrames(target, frames, (onFrame) =>
    frameFiles(plan, template, service, stop, onFrame),
  );
  const count = made < frames ? `${made} of ${frames}` : `${frames}`;
  const seconds = (made / VIDEO_FPS).toFixed(1);
  process.stdout.write(
    `${target.path}: ${count} frames, ${seconds} s at ${VIDEO_FPS} frames a second\n`,
  );
  return made < frames ? INTERRUPTED_STATUS : 0;
}

/** Adds `cytoforge video`. */
export function registerVideo(program: Command): void {
  const command = program
    .command('video')
    .description('go from seed to seed in w, as a loop: one PNG per frame')
    .requiredOption('--seeds <ranges>', 'keyframe seeds, used again when there are too few')
    .option('--shuffle-seed <n>', 'put the seeds in random order', numberArgument)
    .addOption(
      new Option('--grid <WxH>', 'loops side by side')
        .argParser(sizeArgument)
        .default([1, 1], '1x1'),
    )
    .option(
      '--num-keyframes <n>',
      'keyframes of each loop (default: as the seeds fill the grid)',
      numberArgument,
    )
    .option('--w-frames <n>', 'frames from keyframe to keyframe', numberArgument, 120);
  addPlaceOptions(addLatentOptions(addWhatOptions(command)))
    .requiredOption('--out <path>', 'a .zip file or a folder of frames')
    .action(async (options: VideoOptions) => {
      process.exitCode = await untilInterrupted((stop) => video(options, stop));
    });
}
