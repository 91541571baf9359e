import { CytoForgeError } from '../../errors.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { greyPlane } from '../grey-plane.ts';

/** Which channels of an image show what, from 1; 0 is the mean of all for nuclei, and none for the membrane. */
export interface MesmerChannels {
  nuclear: number;
  membrane: number;
}

function checkChannel(name: string, channel: number, { channels }: FloatImage): void {
  if (Number.isInteger(channel) && channel <= channels) return;
  throw new CytoForgeError('bad-option', 'The image has no such channel.', {
    where: name,
    found: String(channel),
    expected: `0 to ${channels}`,
  });
}

/**
 * The planes that the network takes: nuclei, and the membrane (zeros without one) where it takes two.
 * @param planes how many it takes
 * @returns `[H, W, planes]`
 * @throws CytoForgeError `bad-option` for a channel that the image does not have.
 */
export function mesmerPlanes(
  image: FloatImage,
  { nuclear, membrane }: MesmerChannels,
  planes: number,
): FloatImage {
  checkChannel('nuclear_channel', nuclear, image);
  checkChannel('membrane_channel', membrane, image);
  const { width, height, channels, data } = image;
  const grey = nuclear === 0 ? greyPlane(image).data : null;
  const result = new Float32Array(width * height * planes);
  for (let i = 0; i < width * height; i++) {
    result[i * planes] = grey ? grey[i] : data[i * channels + nuclear - 1];
    if (planes > 1 && membrane > 0) result[i * planes + 1] = data[i * channels + membrane - 1];
  }
  return { width, height, channels: planes, data: result };
}
