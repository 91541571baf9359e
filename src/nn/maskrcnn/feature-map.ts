import type { MapSize } from './boxes.ts';

/** One image's features at one scale, `[H, W, C]`. */
export interface FeatureMap extends MapSize {
  channels: number;
  data: Float32Array;
}
