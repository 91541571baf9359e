import type { TileEdge } from '../../imaging/tile-boxes.ts';

/** Which files of a set a tool changes; the others are copied. `auto`: masks where there are images too, else all. */
export type ActsOn = 'auto' | 'masks' | 'images' | 'all';

/** A least and a largest value, both possible. */
export type Range = [least: number, largest: number];

/** Grey levels from `level` on become 255, the others 0. */
export interface ThresholdStep {
  tool: 'threshold';
  /** 0 to 255, or Otsu's for each file. */
  level: number | 'otsu';
  on: ActsOn;
}

/** Holes in masks become a class of their own. */
export interface FloodStep {
  tool: 'flood';
  /** Level of the holes. */
  level: number;
  /** Grey level where objects begin; where no pixel is that bright (ids, 0/1 masks), everything but 0 is object. */
  foreground: number;
  /** Pixels; smaller holes are filled. */
  smallest: number;
  on: ActsOn;
}

/** Random copies of pairs, the same flips and rotation for all of a pair. */
export interface AugmentStep {
  tool: 'augment';
  /** For each pair. */
  copies: number;
  /** Probabilities, 0 to 1. */
  flipHorizontal: number;
  flipVertical: number;
  /** Whole degrees. */
  rotation: Range;
  /** Factor on the levels of images; masks keep theirs. */
  gain: Range;
  /** Whole grey levels added to images. */
  offset: Range;
  seed: number;
}

/** The saturating sum of images of the same name in different folders. */
export interface CombineStep {
  tool: 'combine';
}

/** Another size. */
export interface ResizeStep {
  tool: 'resize';
  width: number;
  height: number;
  /** The largest size of the same shape that fits in width and height. */
  keepAspect: boolean;
  /** For images; masks take the nearest pixel. */
  resampling: 'bicubic' | 'lanczos' | 'bilinear' | 'box' | 'nearest';
}

/** A part of each picture, or all of it in tiles. */
export interface CropStep {
  tool: 'crop';
  how: 'centre' | 'box' | 'tiles';
  /** Corner, for `box`. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Pixels that neighbouring tiles share. */
  overlap: number;
  edge: TileEdge;
}

/** What StyleGAN's training reads: an uncompressed ZIP with `dataset.json`. */
export interface StyleGanStep {
  tool: 'stylegan';
  transform: 'none' | 'center-crop' | 'center-crop-wide';
  /** Null keeps the size; both crops need it. */
  resolution: { width: number; height: number } | null;
  /** Of folders, of the source's own `dataset.json`, or none. */
  classes: 'folders' | 'list' | 'none';
  channels: 'as-is' | 'grey' | 'rgb';
  /** Pillow's; the original always takes Lanczos, `nearest` keeps masks at their levels. */
  resampling: 'lanczos' | 'nearest';
  on: ActsOn;
}

/** Three sets, pairs kept together and folders (classes) shared out alike. */
export interface SplitStep {
  tool: 'split';
  /** Weights; their sum is the whole. */
  train: number;
  val: number;
  test: number;
  seed: number;
}

/** A tool with all it needs to be told: plain data, kept in the report of a run. */
export type ToolStep =
  | ThresholdStep
  | FloodStep
  | AugmentStep
  | CombineStep
  | ResizeStep
  | CropStep
  | StyleGanStep
  | SplitStep;

/** The tools' names. */
export type ToolName = ToolStep['tool'];

/** The settings of one tool. */
export type StepOf<Name extends ToolName> = Extract<ToolStep, { tool: Name }>;

/** What each tool does when it is told nothing: the originals' numbers where there is an original. */
export const DEFAULT_STEPS: { [Name in ToolName]: StepOf<Name> } = {
  threshold: { tool: 'threshold', level: 240, on: 'auto' },
  flood: { tool: 'flood', level: 76, foreground: 101, smallest: 1, on: 'auto' },
  augment: {
    tool: 'augment',
    copies: 10,
    flipHorizontal: 0.5,
    flipVertical: 0.5,
    rotation: [-10, 9],
    gain: [0.9, 1.1],
    offset: [-20, 19],
    seed: 0,
  },
  combine: { tool: 'combine' },
  resize: { tool: 'resize', width: 1024, height: 1024, keepAspect: false, resampling: 'bicubic' },
  crop: {
    tool: 'crop',
    how: 'centre',
    x: 0,
    y: 0,
    width: 128,
    height: 128,
    overlap: 0,
    edge: 'shift',
  },
  stylegan: {
    tool: 'stylegan',
    transform: 'none',
    resolution: null,
    classes: 'folders',
    channels: 'as-is',
    resampling: 'lanczos',
    on: 'auto',
  },
  split: { tool: 'split', train: 80, val: 10, test: 10, seed: 0 },
};

/** All tools, in the order in which they are shown. */
export const TOOL_NAMES = Object.keys(DEFAULT_STEPS) as ToolName[];
