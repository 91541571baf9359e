import type { ByteImage } from '../../imaging/image.ts';
import { greyPlane } from '../../segmentation/grey-plane.ts';
import type { SegmenterImage } from '../../segmentation/segmenter.ts';

/** Shares of the pixels that become black and white: a few hot pixels darken nothing. */
const BLACK_SHARE = 0.001;
const WHITE_SHARE = 0.998;
const BINS = 4096;

/** Levels below which the two shares of all values lie, by a histogram. */
function stretchOf(data: Float32Array): [black: number, white: number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of data) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const step = (most - least) / BINS;
  if (!(step > 0)) return [least, least + 1];
  const counts = new Uint32Array(BINS + 1);
  for (const value of data) counts[Math.floor((value - least) / step)] += 1;
  const levelAt = (share: number) => {
    let sum = 0;
    for (let bin = 0; bin <= BINS; bin++) {
      sum += counts[bin];
      if (sum > share * data.length) return least + bin * step;
    }
    return most;
  };
  const [black, white] = [levelAt(BLACK_SHARE), levelAt(WHITE_SHARE) + step];
  return [black, Math.max(white, black + step)];
}

/** An image of any depth for the eye: stretched to 8 bits, in colour where it has three. `[H, W, 1 or 3]`. */
export function displayImage(image: SegmenterImage): ByteImage {
  const shown = image.channels === 3 ? image : greyPlane(image);
  const { width, height, data } = shown;
  const [black, white] = stretchOf(data);
  const bytes = new Uint8Array(data.length);
  const scale = 255 / (white - black);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Math.max(0, Math.min(255, Math.round((data[i] - black) * scale)));
  }
  return { width, height, channels: image.channels === 3 ? 3 : 1, data: bytes };
}
