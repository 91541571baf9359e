import type { TappedChannel } from '../nn/layer-tap.ts';

export type { LayerReading, LayerStatistics, TappedChannel } from '../nn/layer-tap.ts';

/** What is to be known of the inside of a sample's networks. */
export interface LayerQuestion {
  /** The generator of masks, at its training size whatever the recipe's canvas is, or the painter of images. */
  network: 'mask' | 'image';
  /** Whose pixels are wanted too; null for the numbers alone. */
  channel: TappedChannel | null;
}
