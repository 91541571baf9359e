import { badImage } from '../../imaging/bad-image.ts';
import type { FloatImage } from '../../imaging/image.ts';
import type { CellposeOptions } from './cellpose-options.ts';
import { CHANNELS } from './describe-cellpose.ts';

/** Red, green and blue; a fourth channel is opacity. */
const COLOURS = 3;

function colourIndex({ channels }: FloatImage, name: string): number {
  const index = CHANNELS.indexOf(name as (typeof CHANNELS)[number]) - 1;
  if (index < channels) return index;
  throw badImage('The image does not have this channel.', {
    found: `${channels} channels`,
    expected: name,
    hint: 'Segment grey, or choose a channel that the image has.',
  });
}

function meanOfColours({ width, height, channels, data }: FloatImage): Float32Array {
  const colours = channels === 2 ? 1 : Math.min(channels, COLOURS);
  return Float32Array.from({ length: width * height }, (_, i) => {
    let sum = 0;
    for (let c = 0; c < colours; c++) sum += data[i * channels + c];
    return sum / colours;
  });
}

function channelOf({ width, height, channels, data }: FloatImage, index: number): Float32Array {
  return Float32Array.from({ length: width * height }, (_, i) => data[i * channels + index]);
}

/**
 * The planes that the network takes: the channel to segment and the nuclei, zeros where there are none. The mean of the
 * colours leaves no nuclei (`transforms.reshape`).
 * @param planes How many the network takes.
 * @throws CytoForgeError `bad-image` when the image has no pixels or lacks the channel.
 */
export function choosePlanes(
  image: FloatImage,
  { chan, chan2 }: Pick<CellposeOptions, 'chan' | 'chan2'>,
  planes: number,
): FloatImage {
  const { width, height } = image;
  if (!(width >= 1 && height >= 1))
    throw badImage('The image has no pixels.', { found: `${width} × ${height}` });
  const chosen =
    chan === 'grey' ? [meanOfColours(image)] : [channelOf(image, colourIndex(image, chan))];
  if (chan !== 'grey' && chan2 !== 'none') chosen.push(channelOf(image, colourIndex(image, chan2)));
  const data = new Float32Array(width * height * planes);
  for (const [c, plane] of chosen.slice(0, planes).entries()) {
    for (let i = 0; i < plane.length; i++) data[i * planes + c] = plane[i];
  }
  return { width, height, channels: planes, data };
}
