import { CytoForgeError } from '../errors.ts';
import type { FloatImage } from '../imaging/image.ts';
import { readTensor } from './backend/read-tensor.ts';
import type { TensorObserver } from './stylegan/mask-network.ts';
import * as tf from './tf.ts';

/** One intermediate map of a network, in numbers. */
export interface LayerStatistics {
  name: string;
  height: number;
  width: number;
  channels: number;
  /** Over all values of the map; `std` is that of the population. */
  mean: number;
  std: number;
  min: number;
  max: number;
}

/** The channel whose pixels are wanted. */
export interface TappedChannel {
  layer: string;
  /** From 0. */
  channel: number;
}

/** What a tap has seen. */
export interface LayerReading {
  /** In the order in which the network made them. */
  layers: LayerStatistics[];
  /** The chosen channel, `[H, W, 1]`; null when none was chosen. */
  picture: FloatImage | null;
}

/** Looks at the maps of one run as they pass, and keeps four numbers of each, and one channel. */
export interface LayerTap {
  /** To be given to the run; all but maps `[1, H, W, C]` are let pass. */
  observe: TensorObserver;
  /**
   * Reads back what was kept. To be called once, after the run.
   * @throws CytoForgeError `bad-option` when the chosen channel did not pass.
   */
  read(): Promise<LayerReading>;
  /** Frees what is kept; also after a run that failed. */
  dispose(): void;
}

/** Mean, standard deviation, minimum and maximum of all values, `[4]`. */
function summarise(map: tf.Tensor4D): tf.Tensor1D {
  const mean = tf.mean(map);
  const variance = tf.mean(tf.square(tf.sub(map, mean)));
  return tf.stack([mean, tf.sqrt(variance), tf.min(map), tf.max(map)]) as tf.Tensor1D;
}

/** @param wanted Null for the numbers alone. */
export function tapLayers(wanted: TappedChannel | null): LayerTap {
  const maps: { name: string; shape: tf.Tensor4D['shape']; numbers: tf.Tensor1D }[] = [];
  let picture: tf.Tensor4D | null = null;

  function refuse(found: string, expected: string): CytoForgeError {
    const message = 'There is no such channel in the network.';
    return new CytoForgeError('bad-option', message, { where: wanted?.layer, found, expected });
  }

  return {
    observe(name, tensor) {
      if (tensor.rank !== 4) return;
      const map = tensor as tf.Tensor4D;
      const [, height, width, channels] = map.shape;
      maps.push({ name, shape: map.shape, numbers: tf.keep(tf.tidy(() => summarise(map))) });
      if (name !== wanted?.layer || !(wanted.channel >= 0 && wanted.channel < channels)) return;
      picture = tf.keep(tf.slice4d(map, [0, 0, 0, wanted.channel], [1, height, width, 1]));
    },
    async read() {
      const layers: LayerStatistics[] = [];
      for (const { name, shape, numbers } of maps) {
        const [mean, std, min, max] = await readTensor(numbers);
        const [, height, width, channels] = shape;
        layers.push({ name, height, width, channels, mean, std, min, max });
      }
      if (!wanted) return { layers, picture: null };
      const layer = layers.find(({ name }) => name === wanted.layer);
      if (!layer) throw refuse('no such layer', layers.map(({ name }) => name).join(', '));
      if (!picture) throw refuse(`channel ${wanted.channel}`, `0 to ${layer.channels - 1}`);
      const { width, height } = layer;
      return { layers, picture: { width, height, channels: 1, data: await readTensor(picture) } };
    },
    dispose() {
      for (const { numbers } of maps.splice(0)) numbers.dispose();
      picture?.dispose();
      picture = null;
    },
  };
}
