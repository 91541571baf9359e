import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import type { CanvasSize, CanvasTile, DrawSettings } from '../stylegan/mask-network.ts';
import { bestTiles, cutSpan, type DrawingPlace } from './choose-tiles.ts';
import { type Field, fieldOfCanvas, fieldPitch, fieldWindows } from './field.ts';
import { type LayerWindow, spanSize, trainingWindow } from './layer-window.ts';
import { overLayers, windowBytes, windowWork } from './window-cost.ts';

/** A rectangle of the canvas and what the layers after the base read for it. */
export interface TilePlan extends CanvasTile {
  /** Windows of the layers after the base. */
  windows: LayerWindow[];
}

/** How a canvas is drawn: the first layers once for all of it, the others tile by tile. */
export interface CanvasPlan {
  field: Field;
  /** Windows of the first layers over the whole canvas; none when every tile starts at the input. */
  base: LayerWindow[];
  tiles: TilePlan[];
  /** The least memory it takes beside the weights. */
  bytes: number;
  /** Multiplications, in parts of those of the canvas drawn in one piece. */
  work: number;
}

/**
 * What a canvas may take, where the training size does not take more: its maps then are below the 128 MiB that every
 * WebGPU device can bind.
 */
const MEMORY_BUDGET = 256 * 2 ** 20;

/** How large a picture is, and what it is planned for. */
export interface DrawingTask extends Pick<DrawSettings, 'canvas' | 'memory'> {
  /** A GPU runs the filters in passes over whole maps. */
  onGpu: boolean;
}

/** The least memory of the training size in one piece, beside the weights. */
export function trainingBytes({ layers }: StyleGan3Config, onGpu: boolean): number {
  return overLayers(layers, layers.map(trainingWindow), (layer, window) =>
    windowBytes(layer, window, onGpu),
  ).largest;
}

/** Null for the training size in one piece, unless that needs more memory than there is. */
function canvasToPlan(config: StyleGan3Config, task: DrawingTask): CanvasSize | null {
  const { canvas, memory = Infinity, onGpu } = task;
  const { imgResolution: side } = config;
  const { width, height } = canvas ?? { width: side, height: side };
  const isOriginal = width === side && height === side;
  return isOriginal && trainingBytes(config, onGpu) <= memory ? null : { width, height };
}

function placeOf(config: StyleGan3Config, { memory = Infinity, onGpu }: DrawingTask): DrawingPlace {
  const wanted = Math.max(MEMORY_BUDGET, trainingBytes(config, onGpu));
  return { budget: Math.min(memory, wanted), onGpu };
}

/** The least memory that a picture takes beside the weights, drawn as `planDrawing` plans it. */
export function drawingBytes(config: StyleGan3Config, task: DrawingTask): number {
  const canvas = canvasToPlan(config, task);
  if (!canvas) return trainingBytes(config, task.onGpu);
  return bestTiles(config, fieldOfCanvas(config, canvas), placeOf(config, task)).bytes;
}

/**
 * Plans what a recipe draws: null is the training size in one piece, the original's own computation, unless that
 * needs more memory than there is.
 */
export function planDrawing(config: StyleGan3Config, task: DrawingTask): CanvasPlan | null {
  const canvas = canvasToPlan(config, task);
  return canvas && planCanvas(config, canvas, placeOf(config, task));
}

/**
 * Plans a canvas: of all depths to which the layers can be drawn in one piece, the one with the least work within
 * the memory budget; where nothing keeps to that, the one with the least memory. The plan follows from its
 * arguments alone, so that a recipe gives the same pixels every time.
 * @throws CytoForgeError `unsupported` when the generator's grids cannot grow.
 */
export function planCanvas(
  config: StyleGan3Config,
  canvas: CanvasSize,
  place: DrawingPlace,
): CanvasPlan {
  const { layers } = config;
  const field = fieldOfCanvas(config, canvas);
  const { depth, side, bytes } = bestTiles(config, field, place);
  const whole = fieldWindows(config, field, field.canvas);
  const [columns, rows] = [field.canvas.x, field.canvas.y].map((span) =>
    cutSpan(span, side, fieldPitch(config)),
  );
  const tiles = rows.flatMap((y) =>
    columns.map((x) => ({
      left: x.from - field.canvas.x.from,
      top: y.from - field.canvas.y.from,
      width: spanSize(x),
      height: spanSize(y),
      windows: fieldWindows(config, field, { x, y }).slice(depth),
    })),
  );
  const rest = layers.slice(depth);
  const work = tiles.reduce(
    (sum, { windows }) => sum + overLayers(rest, windows, windowWork).sum,
    overLayers(layers.slice(0, depth), whole, windowWork).sum,
  );
  return {
    field,
    base: whole.slice(0, depth),
    tiles,
    bytes,
    work: work / overLayers(layers, whole, windowWork).sum,
  };
}
