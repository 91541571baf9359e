import { CytoForgeError } from '../../errors.ts';
import type { Box, Size } from '../../imaging/crop-image.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { tileBoxes } from '../../imaging/tile-boxes.ts';
import { type DetectedObjects, detectObjects } from '../../nn/maskrcnn/detect-objects.ts';
import {
  paddedSize,
  padImage,
  resizedSize,
  transformImage,
} from '../../nn/maskrcnn/image-transform.ts';
import { loadMaskRcnn, type MaskRcnn } from '../../nn/maskrcnn/load-maskrcnn.ts';
import { rgbImage } from '../../nn/maskrcnn/prepare-image.ts';
import { scaleBoxes } from '../../nn/maskrcnn/scale-boxes.ts';
import { expectWeights } from '../expect-weights.ts';
import { finitePlane } from '../finite-plane.ts';
import type { SegmenterModel } from '../open-segmenter.ts';
import type { Segmenter, SegmentOptions } from '../segmenter.ts';
import { MASKRCNN_DESCRIPTION } from './describe-maskrcnn.ts';
import { type MaskRcnnOptions, maskRcnnOptions } from './maskrcnn-options.ts';
import { mergeTiles, type TileObjects } from './merge-tiles.ts';
import { paintObjects } from './paint-objects.ts';

/** Longer sides than this are refused: their maps alone would take gigabytes. */
const LONGEST_SIDE = 4096;

function cutTile({ width, channels, data }: FloatImage, tile: Box): FloatImage {
  const cut = new Float32Array(tile.width * tile.height * channels);
  for (let y = 0; y < tile.height; y++) {
    const from = ((tile.y + y) * width + tile.x) * channels;
    cut.set(data.subarray(from, from + tile.width * channels), y * tile.width * channels);
  }
  return { width: tile.width, height: tile.height, channels, data: cut };
}

/** The whole image, or tiles of it where it is larger than one. */
function tilesOf(image: Size, tiles: MaskRcnnOptions['tiles']): Box[] {
  const { width, height } = image;
  if (!tiles || Math.max(width, height) <= tiles.side) return [{ x: 0, y: 0, width, height }];
  const tile = { width: Math.min(width, tiles.side), height: Math.min(height, tiles.side) };
  return tileBoxes(image, tile, tiles.overlap, 'shift').map(({ box }) => box);
}

/** Size of the network's input. @throws CytoForgeError `bad-option` when it is beyond what a page can hold. */
function inputSize(tile: Size, { scaling }: MaskRcnnOptions): Size {
  const size = resizedSize(tile, scaling);
  const longest = Math.max(size.width, size.height);
  if (longest <= LONGEST_SIDE) return size;
  throw new CytoForgeError('bad-option', 'The image would be enlarged too much.', {
    found: `${size.width} × ${size.height} pixels`,
    expected: `at most ${LONGEST_SIDE} pixels a side`,
    hint: 'Take a smaller scale, or smaller tiles.',
  });
}

async function detectInTile(
  network: MaskRcnn,
  image: FloatImage,
  tile: Box,
  options: MaskRcnnOptions,
  accompanying: SegmentOptions,
): Promise<DetectedObjects> {
  const resized = transformImage(cutTile(image, tile), options.scaling);
  const padded = padImage(resized, paddedSize([resized]));
  const found = await detectObjects(network, padded, resized, options.detection, accompanying);
  const boxes = scaleBoxes(found.boxes, resized, tile).map(
    (value, i) => value + (i % 2 === 0 ? tile.x : tile.y),
  );
  return { ...found, boxes };
}

/**
 * Mask R-CNN, its network on the current backend. Scores are the box head's; all classes count as objects.
 * @throws CytoForgeError `wrong-architecture` for other weights or none, `missing-tensor`.
 */
export function openMaskRcnnSegmenter(model: SegmenterModel | null): Segmenter {
  const { manifest, weights } = expectWeights('maskrcnn', model);
  const network = loadMaskRcnn(manifest.config, weights);
  return {
    description: MASKRCNN_DESCRIPTION,
    async segment(image, values, { signal, onProgress } = {}) {
      const options = maskRcnnOptions(values, manifest.config);
      finitePlane(image);
      const rgb = rgbImage(image, image.largestValue, options.stretchContrast);
      const boxes = tilesOf(rgb, options.tiles);
      const size = inputSize(boxes[0], options);
      const own = { ...network, anchorSizes: options.anchorSizes };
      const tiles: TileObjects[] = [];
      for (const [i, tile] of boxes.entries()) {
        const objects = await detectInTile(own, rgb, tile, options, {
          signal,
          onProgress: (share) => onProgress?.((i + share) / boxes.length),
        });
        tiles.push({ tile, objects });
      }
      const objects =
        tiles.length > 1 ? mergeTiles(tiles, rgb, options.detection) : tiles[0].objects;
      return {
        ...paintObjects(objects, rgb, options),
        facts: {
          image_scale: size.width / boxes[0].width,
          smallest_anchor: options.anchorSizes[0],
          detections: objects.scores.length,
          tiles: tiles.length,
        },
      };
    },
    dispose: network.dispose,
  };
}
