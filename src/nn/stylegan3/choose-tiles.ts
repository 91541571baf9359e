import type { StyleGan3Config, SynthesisLayerConfig } from '../../checkpoints/bundle/manifest.ts';
import { type Field, fieldPitch, fieldWindows } from './field.ts';
import { type LayerWindow, type Span, spanSize } from './layer-window.ts';
import { outputBytes, overLayers, windowBytes, windowWork } from './window-cost.ts';

/** Below this side, a tile is little but overlap. */
const SMALLEST_TILE = 16;

/** Cuts a span into the fewest pieces of at most `side`, all but the last of one multiple of `pitch`. */
export function cutSpan({ from, to }: Span, side: number, pitch: number): Span[] {
  const pieces = Math.ceil((to - from) / side);
  const step = Math.ceil((to - from) / pieces / pitch) * pitch;
  const count = Math.ceil((to - from) / step);
  return Array.from({ length: count }, (_, i) => {
    const start = from + i * step;
    return { from: start, to: Math.min(to, start + step) };
  });
}

/** What a drawing is planned for. */
export interface DrawingPlace {
  /** Bytes beside the weights. */
  budget: number;
  /** A GPU runs the filters in passes over whole maps. */
  onGpu: boolean;
}

/** How many layers are drawn once, and how large the tiles of the others are. */
export interface TileChoice {
  /** Layers drawn in one piece. */
  depth: number;
  /** Of a tile, in pixels. */
  side: number;
  /** The least memory it takes. */
  bytes: number;
  /** Multiplications. */
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
  onGpu: boolean,
): TileChoice {
  const { layers } = config;
  const bytesOf = (layer: SynthesisLayerConfig, window: LayerWindow) =>
    windowBytes(layer, window, onGpu);
  const whole = fieldWindows(config, field, field.canvas);
  const base = overLayers(layers.slice(0, depth), whole, bytesOf).largest;
  const baseWork = overLayers(layers.slice(0, depth), whole, windowWork).sum;
  const kept = depth === 0 ? 0 : outputBytes(layers[depth - 1], whole[depth - 1]);
  const pieces = [field.canvas.x, field.canvas.y].map((span) =>
    cutSpan(span, side, fieldPitch(config)),
  );
  const [x, y] = pieces.map((spans) => spans[Math.floor((spans.length - 1) / 2)]);
  const windows = fieldWindows(config, field, { x, y }).slice(depth);
  const tile = overLayers(layers.slice(depth), windows, bytesOf).largest;
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
  { budget, onGpu }: DrawingPlace,
): TileChoice {
  const pitch = fieldPitch(config);
  const smallest = Math.ceil(SMALLEST_TILE / pitch);
  const longest = Math.max(spanSize(field.canvas.x), spanSize(field.canvas.y));
  let steps = Math.max(smallest, Math.ceil(longest / pitch));
  let choice = weigh(config, field, { depth, side: steps * pitch }, onGpu);
  while (choice.bytes > budget && steps > smallest) {
    steps = Math.max(smallest, Math.floor(steps * 0.9));
    choice = weigh(config, field, { depth, side: steps * pitch }, onGpu);
  }
  return choice;
}

/**
 * Of all depths to which the layers can be drawn in one piece, the one with the least work within the budget; where
 * nothing keeps to that, the one with the least memory.
 */
export function bestTiles(config: StyleGan3Config, field: Field, place: DrawingPlace): TileChoice {
  const choices = Array.from({ length: Math.max(1, config.layers.length - 1) }, (_, depth) =>
    largestTiles(config, field, depth, place),
  );
  const fitting = choices.filter(({ bytes }) => bytes <= place.budget);
  return fitting.length > 0
    ? fitting.reduce((best, choice) => (choice.work < best.work ? choice : best))
    : choices.reduce((best, choice) => (choice.bytes < best.bytes ? choice : best));
}
