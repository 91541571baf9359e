import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import type { CanvasSize, CanvasTile, DrawSettings } from '../stylegan/mask-network.ts';
import { type Field, fieldOfCanvas, fieldPitch, fieldWindows } from './field.ts';
import { type LayerWindow, type Span, spanSize, trainingWindow } from './layer-window.ts';
import { outputBytes, overLayers, windowBytes, windowWork } from './window-cost.ts';

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

/** What a canvas may take, where the training size does not take more: small enough for every device. */
const MEMORY_BUDGET = 256 * 2 ** 20;

/** Below this side, a tile is little but overlap. */
const SMALLEST_TILE = 16;

/** The least memory of the training size in one piece, beside the weights. */
export function trainingBytes({ layers }: StyleGan3Config): number {
  return overLayers(layers, layers.map(trainingWindow), windowBytes).largest;
}

/** Cuts a span into the fewest pieces of at most `side`, all but the last of one multiple of `pitch`. */
function cut({ from, to }: Span, side: number, pitch: number): Span[] {
  const pieces = Math.ceil((to - from) / side);
  const step = Math.ceil((to - from) / pieces / pitch) * pitch;
  const count = Math.ceil((to - from) / step);
  return Array.from({ length: count }, (_, i) => {
    const start = from + i * step;
    return { from: start, to: Math.min(to, start + step) };
  });
}

interface TileChoice {
  /** Layers drawn in one piece. */
  depth: number;
  side: number;
  bytes: number;
  work: number;
}

/**
 * Bytes and work of a depth and a tile side, by a tile in the middle: those at the edges read less, because
 * there is nothing outside.
 */
function weigh(
  config: StyleGan3Config,
  field: Field,
  { depth, side }: Pick<TileChoice, 'depth' | 'side'>,
): TileChoice {
  const { layers } = config;
  const whole = fieldWindows(config, field, field.canvas);
  const base = overLayers(layers.slice(0, depth), whole, windowBytes).largest;
  const baseWork = overLayers(layers.slice(0, depth), whole, windowWork).sum;
  const kept = depth === 0 ? 0 : outputBytes(layers[depth - 1], whole[depth - 1]);
  const pieces = [field.canvas.x, field.canvas.y].map((span) =>
    cut(span, side, fieldPitch(config)),
  );
  const [x, y] = pieces.map((spans) => spans[Math.floor((spans.length - 1) / 2)]);
  const windows = fieldWindows(config, field, { x, y }).slice(depth);
  const tile = overLayers(layers.slice(depth), windows, windowBytes).largest;
  const tileWork = overLayers(layers.slice(depth), windows, windowWork).sum;
  return {
    depth,
    side,
    bytes: Math.max(base, kept + tile),
    work: baseWork + pieces[0].length * pieces[1].length * tileWork,
  };
}

/** The largest tiles of a depth that keep to the budget, or the smallest there are. */
function largestTiles(
  config: StyleGan3Config,
  field: Field,
  depth: number,
  budget: number,
): TileChoice {
  const pitch = fieldPitch(config);
  const smallest = Math.ceil(SMALLEST_TILE / pitch);
  const longest = Math.max(spanSize(field.canvas.x), spanSize(field.canvas.y));
  let steps = Math.max(smallest, Math.ceil(longest / pitch));
  let choice = weigh(config, field, { depth, side: steps * pitch });
  while (choice.bytes > budget && steps > smallest) {
    steps = Math.max(smallest, Math.floor(steps * 0.9));
    choice = weigh(config, field, { depth, side: steps * pitch });
  }
  return choice;
}

function bestTiles(config: StyleGan3Config, field: Field, budget: number): TileChoice {
  const choices = Array.from({ length: Math.max(1, config.layers.length - 1) }, (_, depth) =>
    largestTiles(config, field, depth, budget),
  );
  const fitting = choices.filter(({ bytes }) => bytes <= budget);
  return fitting.length > 0
    ? fitting.reduce((best, choice) => (choice.work < best.work ? choice : best))
    : choices.reduce((best, choice) => (choice.bytes < best.bytes ? choice : best));
}

/** The bytes that a canvas of a generator is planned for, on a place that may have less. */
function memoryBudget(config: StyleGan3Config, memory: number): number {
  return Math.min(memory, Math.max(MEMORY_BUDGET, trainingBytes(config)));
}

type DrawingSize = Pick<DrawSettings, 'canvas' | 'memory'>;

/** Null for the training size in one piece, unless that needs more memory than there is. */
function canvasToPlan(config: StyleGan3Config, { canvas, memory }: DrawingSize): CanvasSize | null {
  const { imgResolution: side } = config;
  const { width, height } = canvas ?? { width: side, height: side };
  const isOriginal = width === side && height === side;
  return isOriginal && trainingBytes(config) <= (memory ?? Infinity) ? null : { width, height };
}

/** The least memory that a picture takes beside the weights, drawn as `planDrawing` plans it. */
export function drawingBytes(config: StyleGan3Config, size: DrawingSize): number {
  const canvas = canvasToPlan(config, size);
  if (!canvas) return trainingBytes(config);
  const budget = memoryBudget(config, size.memory ?? Infinity);
  return bestTiles(config, fieldOfCanvas(config, canvas), budget).bytes;
}

/**
 * Plans what a recipe draws: null is the training size in one piece, the original's own computation, unless that
 * needs more memory than there is.
 */
export function planDrawing(config: StyleGan3Config, size: DrawingSize): CanvasPlan | null {
  const canvas = canvasToPlan(config, size);
  return canvas && planCanvas(config, canvas, memoryBudget(config, size.memory ?? Infinity));
}

/**
 * Plans a canvas: of all depths to which the layers can be drawn in one piece, the one with the least work within
 * the memory budget; where nothing keeps to that, the one with the least memory. The plan follows from its
 * arguments alone, so that a recipe gives the same pixels every time.
 * @param budget bytes beside the weights
 * @throws CytoForgeError `unsupported` when the generator's grids cannot grow.
 */
export function planCanvas(
  config: StyleGan3Config,
  canvas: CanvasSize,
  budget: number,
): CanvasPlan {
  const { layers } = config;
  const field = fieldOfCanvas(config, canvas);
  const { depth, side, bytes } = bestTiles(config, field, budget);
  const whole = fieldWindows(config, field, field.canvas);
  const [columns, rows] = [field.canvas.x, field.canvas.y].map((span) =>
    cut(span, side, fieldPitch(config)),
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
