import type { MapSize } from './boxes.ts';

/** Size of a map of features. */
export interface FeatureMapSize extends MapSize {
  channels: number;
}

/** One image's features at one scale, `[H, W, C]`. */
export interface FeatureMap extends FeatureMapSize {
  data: Float32Array;
}
