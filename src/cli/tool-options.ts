import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  DEFAULT_STEPS,
  type Range,
  type StepOf,
  type ToolName,
  type ToolStep,
} from '../dataset/tools/tool-step.ts';
import { numberArgument, pairArgument, sizeArgument, thresholdArgument } from './recipe-options.ts';

/** How a tool is spelled, explained and told what to do on the command line. */
export interface ToolCommand {
  name: string;
  description: string;
  addOptions(command: Command): Command;
  /** What commander read as the tool's settings. */
  stepOf(options: Record<string, unknown>): ToolStep;
}

const inWords = ([least, most]: Range) => `${least},${most}`;

function choice(flags: string, text: string, choices: readonly string[], fallback: string): Option {
  return new Option(flags, text).choices(choices).default(fallback);
}

function onOption(fallback: string, text = 'which files change; the others are copied'): Option {
  return choice('--on <files>', text, ['auto', 'masks', 'images', 'all'], fallback);
}

function sizeOption(flags: string, text: string, width: number, height: number): Option {
  const shown = `${width}x${height}`;
  return new Option(flags, text).argParser(sizeArgument).default([width, height], shown);
}

function rangeOption(flags: string, text: string, range: Range): Option {
  return new Option(flags, text).argParser(pairArgument).default(range, inWords(range));
}

/** Reads `80,10,10`, for commander. */
function sharesArgument(text: string): [number, number, number] {
  const shares = text.split(',').map(numberArgument);
  if (shares.length === 3) return [shares[0], shares[1], shares[2]];
  throw new InvalidArgumentError('Expected three shares such as 80,10,10.');
}

/** Options whose names are those of the settings. */
function sameNames<Name extends ToolName>(name: Name) {
  const fallback = DEFAULT_STEPS[name];
  const keys = Object.keys(fallback).filter((key) => key !== 'tool');
  return (options: Record<string, unknown>): StepOf<Name> =>
    ({
      ...fallback,
      ...Object.fromEntries(keys.map((key) => [key, options[key]])),
    }) as StepOf<Name>;
}

const { threshold, flood, augment, resize, crop, stylegan, split } = DEFAULT_STEPS;
const RESAMPLINGS = ['bicubic', 'lanczos', 'bilinear', 'box', 'nearest'];

/** All tools of the command line. */
export const TOOL_COMMANDS: readonly ToolCommand[] = [
  {
    name: 'threshold',
    description: 'grey levels from a level on become 255, the others 0 (Threshold.py)',
    addOptions: (command) =>
      command
        .option('--level <level>', 'grey level, or otsu', thresholdArgument, threshold.level)
        .addOption(onOption(threshold.on)),
    stepOf: sameNames('threshold'),
  },
  {
    name: 'flood',
    description: 'enclosed holes of ring-shaped cells become a third class (Flood.py)',
    addOptions: (command) =>
      command
        .option('--level <level>', 'level of the holes', numberArgument, flood.level)
        .option('--foreground <level>', 'where objects begin', numberArgument, flood.foreground)
        .option('--smallest <pixels>', 'smaller holes are filled', numberArgument, flood.smallest)
        .addOption(onOption(flood.on)),
    stepOf: sameNames('flood'),
  },
  {
    name: 'augment',
    description: 'random flips, turns and levels of pairs, masks kept sharp (Data_Augmentation.py)',
    addOptions: (command) =>
      command
        .option('--copies <n>', 'copies of each pair', numberArgument, augment.copies)
        .option('--flip-horizontal <p>', 'probability', numberArgument, augment.flipHorizontal)
        .option('--flip-vertical <p>', 'probability', numberArgument, augment.flipVertical)
        .addOption(rangeOption('--rotation <a,b>', 'whole degrees', augment.rotation))
        .addOption(rangeOption('--gain <a,b>', 'factor on images', augment.gain))
        .addOption(rangeOption('--offset <a,b>', 'levels added to images', augment.offset))
        .option('--seed <n>', 'the same seed draws the same', numberArgument, augment.seed),
    stepOf: sameNames('augment'),
  },
  {
    name: 'combine',
    description: 'the sum of images of the same name in different folders (Combine.py)',
    addOptions: (command) => command,
    stepOf: sameNames('combine'),
  },
  {
    name: 'resize',
    description: 'another size; masks and labels by the nearest pixel (resize.py)',
    addOptions: (command) =>
      command
        .addOption(sizeOption('--size <WxH>', 'in pixels', resize.width, resize.height))
        .option('--keep-aspect', 'fit in the size without changing the shape', false)
        .addOption(choice('--resampling <f>', 'for images', RESAMPLINGS, resize.resampling)),
    stepOf({ size, keepAspect, resampling }) {
      const [width, height] = size as [number, number];
      return { ...resize, width, height, keepAspect, resampling } as StepOf<'resize'>;
    },
  },
  {
    name: 'crop',
    description: 'the middle, a box, or overlapping tiles',
    addOptions: (command) =>
      command
        .addOption(choice('--how <way>', 'what is kept', ['centre', 'box', 'tiles'], crop.how))
        .addOption(sizeOption('--size <WxH>', 'of the crop or of a tile', crop.width, crop.height))
        .addOption(rangeOption('--at <x,y>', 'corner of the box', [crop.x, crop.y]))
        .option('--overlap <px>', 'that tiles share', numberArgument, crop.overlap)
        .addOption(choice('--edge <way>', 'the last tiles', ['shift', 'pad', 'drop'], crop.edge)),
    stepOf({ size, at, how, overlap, edge }) {
      const [width, height] = size as [number, number];
      const [x, y] = at as [number, number];
      return { ...crop, how, x, y, width, height, overlap, edge } as StepOf<'crop'>;
    },
  },
  {
    name: 'stylegan-prep',
    description: 'what StyleGAN trains on: numbered PNGs and dataset.json (dataset_tool.py)',
    addOptions: (command) =>
      command
        .addOption(
          choice(
            '--transform <how>',
            'crop before scaling',
            ['none', 'center-crop', 'center-crop-wide'],
            stylegan.transform,
          ),
        )
        .option('--resolution <WxH>', 'scale to this size', sizeArgument)
        .addOption(
          choice(
            '--classes <of>',
            'folders, the list in dataset.json, or none',
            ['folders', 'list', 'none'],
            stylegan.classes,
          ),
        )
        .addOption(
          choice('--channels <of>', 'colours', ['as-is', 'grey', 'rgb'], stylegan.channels),
        )
        .addOption(
          choice('--resampling <f>', 'filter', ['lanczos', 'nearest'], stylegan.resampling),
        )
        .addOption(onOption(stylegan.on, 'which files are taken')),
    stepOf({ resolution, ...options }) {
      const size = resolution as [number, number] | undefined;
      const step = sameNames('stylegan')(options);
      return { ...step, resolution: size ? { width: size[0], height: size[1] } : null };
    },
  },
  {
    name: 'split',
    description: 'train, val and test, pairs together, classes (folders) shared out alike',
    addOptions: (command) =>
      command
        .addOption(
          new Option('--shares <a,b,c>', 'of train, val and test')
            .argParser(sharesArgument)
            .default([split.train, split.val, split.test], '80,10,10'),
        )
        .option('--seed <n>', 'the same seed draws the same', numberArgument, split.seed),
    stepOf({ shares, seed }) {
      const [train, val, test] = shares as [number, number, number];
      return { ...split, train, val, test, seed: seed as number };
    },
  },
];
