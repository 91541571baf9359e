import type { MappingConfig } from '../../checkpoints/bundle/manifest.ts';
import type * as tf from '../tf.ts';
import type { Truncation } from './mapping.ts';

/** Where the picture is moved: image widths and degrees. */
export interface Placement {
  translateX: number;
  translateY: number;
  rotateDegrees: number;
}

/**
 * The noise of StyleGAN2's layers: the stored maps, none, or normal values. Those continue the stream
 * `RandomState(seed)` after its first zDim values, which are z, so that a seed decides the whole sample.
 */
export type Noise = { mode: 'const' | 'none' } | { mode: 'random'; seed: number };

/** Pixels of the generator, of any shape. */
export interface CanvasSize {
  width: number;
  height: number;
}

/** A rectangle of a canvas, in pixels from its upper left corner. */
export interface CanvasTile extends CanvasSize {
  left: number;
  top: number;
}

/** A canvas about to be drawn; it holds what its tiles share. */
export interface CanvasDrawing {
  /** In reading order. */
  readonly tiles: readonly CanvasTile[];
  /** The tile of this index, `[1, height, width, C]`. Together they are what one piece would be, without seams. */
  draw(index: number): tf.Tensor4D;
  dispose(): void;
}

/** What a generator is told beside w; each architecture takes what it knows, as the originals do. */
export interface DrawSettings {
  /** StyleGAN3 only. */
  transform: Placement;
  /** StyleGAN2 only. */
  noise: Noise;
  /** StyleGAN3 only; the training size unless told. */
  canvas?: CanvasSize | null;
  /** Bytes a picture may take beside the weights, where the place knows that. */
  memory?: number;
}

/** A generator of masks on the current backend, of any architecture. */
export interface MaskNetwork {
  readonly config: MappingConfig & { imgResolution: number };
  /** z `[N, zDim]`, class vectors `[N, cDim]` or null, to ws `[N, numWs, wDim]`. */
  mapping(z: tf.Tensor2D, c: tf.Tensor2D | null, truncation?: Truncation): tf.Tensor3D;
  /** Moves ws `[N, numWs, wDim]` towards the average w. */
  truncate(ws: tf.Tensor3D, truncation: Truncation): tf.Tensor3D;
  /**
   * ws to images `[N, H, W, C]` of the training size, about [-1, 1], not clamped.
   * @param observe sees the map of every layer
   */
  draw(ws: tf.Tensor3D, settings: DrawSettings, observe?: TensorObserver): tf.Tensor4D;
  /**
   * The same picture, or one of any size, in tiles that keep to a memory budget, from ws `[1, numWs, wDim]`.
   * @throws CytoForgeError `bad-recipe` for a canvas that the architecture cannot draw.
   */
  openCanvas(ws: tf.Tensor3D, settings: DrawSettings): CanvasDrawing;
  dispose(): void;
}

/** Receives the intermediate results of a synthesis by name; tensors live only during the call. */
export type TensorObserver = (name: string, tensor: tf.Tensor) => void;
