/**
 * The pixel containers of the whole project: row-major, channels interleaved (`[H, W, C]`), plain data
 * that crosses workers by transfer.
 */

/** 8-bit pixels, `data.length === width * height * channels`. */
export interface ByteImage {
  width: number;
  height: number;
  channels: 1 | 2 | 3 | 4;
  data: Uint8Array;
}

/** Float pixels, `[H, W, C]`; the range is said by whoever makes it (networks give [-1, 1]). */
export interface FloatImage {
  width: number;
  height: number;
  channels: number;
  data: Float32Array;
}

/** Instance map: 0 is background, every other value names one object. `[H, W]`. */
export interface LabelImage {
  width: number;
  height: number;
  data: Uint16Array;
}

/** pix2pixHD instance map with the official ids (`1000 * label + k`, or the label itself). `[H, W]`. */
export interface InstanceMap {
  width: number;
  height: number;
  data: Int32Array;
}
