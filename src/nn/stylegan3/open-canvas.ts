import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import type { CanvasDrawing } from '../stylegan/mask-network.ts';
import { withOwnedParts } from '../stylegan/owned-parts.ts';
import * as tf from '../tf.ts';
import type { FourierInput } from './fourier-input.ts';
import { type LayerWindow, type Span, windowShape } from './layer-window.ts';
import type { CanvasPlan } from './plan-canvas.ts';
import type { PreparedWindow, SynthesisLayer } from './synthesis-layer.ts';
import type { Matrix3 } from './transform.ts';

/** The parts of a generator that draw. */
export interface SynthesisParts {
  input: FourierInput;
  layers: SynthesisLayer[];
}

/** Layers for windows of the shapes that come, each prepared once. */
function windowCache(layers: SynthesisLayer[]) {
  const prepared = new Map<string, PreparedWindow>();
  return {
    of(index: number, window: LayerWindow): PreparedWindow {
      const key = `${index}: ${windowShape(window)}`;
      const found = prepared.get(key) ?? layers[index].prepare(window);
      prepared.set(key, found);
      return found;
    },
    dispose() {
      for (const part of prepared.values()) part.dispose();
      prepared.clear();
    },
  };
}

/** A rectangle of a map whose first sample is `origin` of the field. */
function cutOut(map: tf.Tensor4D, origin: [number, number], x: Span, y: Span): tf.Tensor4D {
  const [n, , , c] = map.shape;
  const begin: [number, number, number, number] = [0, y.from - origin[0], x.from - origin[1], 0];
  return tf.slice4d(map, begin, [n, y.to - y.from, x.to - x.from, c]);
}

/**
 * Opens a canvas (spec A.5, A.6): waves and styles are worked out once, the plan's base with the first tile, and
 * every tile then runs the other layers over its own windows. A sample of a map is the same sum, in the same
 * order, whichever window it is part of.
 */
export function openCanvas(
  config: StyleGan3Config,
  { input, layers }: SynthesisParts,
  ws: tf.Tensor3D,
  { transform, plan }: { transform: Matrix3; plan: CanvasPlan },
): CanvasDrawing {
  return withOwnedParts((keep) => {
    const windows = keep(windowCache(layers));
    const shared: tf.Tensor[] = [];
    keep({ dispose: () => tf.dispose(shared) });
    const own = <T extends object>(tensors: T): T => {
      for (const tensor of Object.values(tensors)) shared.push(tf.keep(tensor as tf.Tensor));
      return tensors;
    };
    const [first, ...rest] = own(tf.unstack(ws, 1) as tf.Tensor2D[]);
    const waves = own(input.place(first, transform));
    const styles = layers.map((layer, i) => own(layer.modulate(rest[i])));
    const { extraX, extraY } = plan.field;
    const sample = ({ x, y }: LayerWindow) => {
      const moved = ({ from, to }: Span, extra: number) => ({ from: from - extra, to: to - extra });
      return input.sample(waves, moved(x.input, extraX), moved(y.input, extraY));
    };
    const run = (start: tf.Tensor4D, from: number, chain: LayerWindow[]): tf.Tensor4D => {
      let x = start;
      for (const [i, window] of chain.entries()) {
        const next = windows.of(from + i, window).apply(x, styles[from + i]);
        x.dispose();
        x = next;
      }
      return x;
    };
    const depth = plan.base.length;
    let base: tf.Tensor4D | null = null;
    keep({ dispose: () => base?.dispose() });
    const baseMap = (): tf.Tensor4D => {
      base ??= tf.keep(tf.tidy(() => run(sample(plan.base[0]), 0, plan.base)));
      return base;
    };
    const start = ([window]: LayerWindow[]): tf.Tensor4D => {
      if (depth === 0) return sample(window);
      const { x, y } = plan.base[depth - 1];
      return cutOut(baseMap(), [y.output.from, x.output.from], window.x.input, window.y.input);
    };
    return {
      tiles: plan.tiles,
      draw: (index) =>
        tf.tidy(() => {
          const chain = plan.tiles[index].windows;
          return tf.mul(run(start(chain), depth, chain), config.outputScale) as tf.Tensor4D;
        }),
    };
  });
}
