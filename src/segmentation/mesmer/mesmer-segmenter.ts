import { CytoForgeError } from '../../errors.ts';
import { badImage } from '../../imaging/bad-image.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { deepWatershed } from '../../imaging/mesmer/deep-watershed.ts';
import { preprocessForMesmer } from '../../imaging/mesmer/preprocess.ts';
import { resizeValues } from '../../imaging/resize-values.ts';
import { loadPanopticNet } from '../../nn/mesmer/load-panoptic-net.ts';
import { expectWeights } from '../expect-weights.ts';
import type { SegmenterModel } from '../open-segmenter.ts';
import { parameterValues } from '../parameter-values.ts';
import type { Segmenter } from '../segmenter.ts';
import { MESMER_DESCRIPTION } from './mesmer-description.ts';
import { mesmerPlanes } from './mesmer-planes.ts';
import { chosenCompartment, watershedOptions } from './mesmer-values.ts';
import { predictTiles } from './predict-tiles.ts';
import { scoredLabels } from './scored-labels.ts';

/** Sides of an image that the network's pixel size may ask for. */
const LARGEST_SIDE = 16_384;

/** Makes an image's pixels those that the network was trained at. */
function rescaled(image: FloatImage, scale: number): FloatImage {
  if (scale === 1) return image;
  const width = Math.max(1, Math.trunc(image.width * scale));
  const height = Math.max(1, Math.trunc(image.height * scale));
  if (Math.max(width, height) <= LARGEST_SIDE) return resizeValues(image, width, height);
  throw badImage('The image is too large at the network’s pixel size.', {
    found: `${width} × ${height}`,
    expected: `at most ${LARGEST_SIDE} pixels a side`,
    hint: 'Check the size of a pixel.',
  });
}

function planeOf({ channels, data }: FloatImage, channel: number): Float32Array {
  return Float32Array.from(
    { length: data.length / channels },
    (_, i) => data[i * channels + channel],
  );
}

/**
 * Mesmer: planes at the network's pixel size, local histograms equalised, tiles, and the deep watershed of inner distances
 * and interior. The score of an object is the mean interior probability over it.
 * @throws CytoForgeError `wrong-architecture`, `missing-tensor`.
 */
export function openMesmerSegmenter(model: SegmenterModel | null): Segmenter {
  const { manifest, weights } = expectWeights('mesmer', model);
  const { config } = manifest;
  const network = loadPanopticNet(config, weights);
  return {
    description: MESMER_DESCRIPTION,
    async segment(image, given, options = {}) {
      const values = parameterValues(MESMER_DESCRIPTION, given);
      const { compartment, pair } = chosenCompartment(config, values);
      const channels = {
        nuclear: Number(values.nuclear_channel),
        membrane: Number(values.membrane_channel),
      };
      const planes = mesmerPlanes(image, channels, config.inputChannels);
      const pixelSize = Number(values.image_mpp) || image.micronsPerPixel;
      const scale = pixelSize && config.micronsPerPixel ? pixelSize / config.micronsPerPixel : 1;
      const input = preprocessForMesmer(rescaled(planes, scale));
      const maps = await predictTiles(
        input,
        config.inputSize,
        2,
        (tiles) => network.predict(tiles, pair),
        options,
      );
      if (options.signal?.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
      const { width, height } = maps;
      const rules = watershedOptions(compartment, values);
      const interior = planeOf(maps, 1);
      const objects = deepWatershed(planeOf(maps, 0), interior, width, height, rules);
      return {
        ...scoredLabels(
          objects,
          interior,
          { width, height },
          { width: image.width, height: image.height },
        ),
        facts: {
          compartment,
          maxima_threshold: rules.maximaThreshold,
          scale,
          score: 'mean interior probability',
        },
      };
    },
    dispose: network.dispose,
  };
}
