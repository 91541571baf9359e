import type { FloatImage } from '../../imaging/image.ts';
import { readTensor } from '../backend/read-tensor.ts';
import * as tf from '../tf.ts';
import { pyramidAnchors } from './anchors.ts';
import { type Boxes, boxCount, type MapSize } from './boxes.ts';
import type { DetectionSettings } from './detection-settings.ts';
import { extractFeatures } from './extract-features.ts';
import type { FeatureMap } from './feature-map.ts';
import { BOX_BINS, boxHead, MASK_BINS, MASK_SIDE, maskHead, proposalHead } from './heads.ts';
import { joinFloats } from './join-floats.ts';
import type { MaskRcnn } from './load-maskrcnn.ts';
import { type LevelProposals, proposeRegions, type ScoredBoxes } from './propose-regions.ts';
import { poolRegions } from './pyramid-pooling.ts';
import { type Detections, selectDetections } from './select-detections.ts';
import { type Turns, takeTurns } from './take-turns.ts';

/** Regions that go through a head at once: enough for the kernels, few enough to cancel in between. */
const BOX_CHUNK = 256;
const MASK_CHUNK = 64;

/** Objects with their masks. */
export interface DetectedObjects extends Detections {
  /** Probabilities of the object's own class within its box, `[n, 28, 28]` */
  masks: Float32Array;
}

/** What accompanies a run. */
export interface DetectOptions {
  signal?: AbortSignal;
  /** Hears the share that is done, 0 to 1. */
  onProgress?: (fraction: number) => void;
}

/** What the region proposal network says of the maps of a pyramid. @param padded size of the network's input */
export async function readProposals(
  network: Pick<MaskRcnn, 'weights' | 'anchorSizes' | 'aspectRatios'>,
  maps: readonly tf.Tensor4D[],
  padded: MapSize,
): Promise<LevelProposals[]> {
  const sizes = maps.map(({ shape: [, height, width] }) => ({ height, width }));
  const anchors = pyramidAnchors(padded, sizes, network.anchorSizes, network.aspectRatios);
  const levels: LevelProposals[] = [];
  for (const [level, map] of maps.entries()) {
    const { objectness, deltas } = proposalHead(network.weights, map);
    try {
      levels.push({
        objectness: await readTensor(objectness),
        deltas: await readTensor(deltas),
        anchors: anchors[level],
      });
    } finally {
      tf.dispose([objectness, deltas]);
    }
  }
  return levels;
}

/** The maps that regions are pooled from: all of the pyramid but the coarsest. */
export async function readFeatureMaps(maps: readonly tf.Tensor4D[]): Promise<FeatureMap[]> {
  const pooled: FeatureMap[] = [];
  for (const map of maps.slice(0, -1)) {
    const [, height, width, channels] = map.shape;
    pooled.push({ height, width, channels, data: await readTensor(map) });
  }
  return pooled;
}

/** Boxes `from` … of a list, `count` at most. */
function* chunksOf(boxes: Boxes, count: number): Generator<Boxes> {
  for (let at = 0; at < boxes.length; at += count * 4) yield boxes.subarray(at, at + count * 4);
}

/**
 * The box head's answers for every region.
 * @returns logits `[n, classes]` and deltas `[n, classes, 4]`
 */
export async function classifyRegions(
  network: Pick<MaskRcnn, 'weights'>,
  maps: readonly FeatureMap[],
  regions: Boxes,
  turns: Turns,
): Promise<{ logits: Float32Array; deltas: Float32Array }> {
  const logits: Float32Array[] = [];
  const deltas: Float32Array[] = [];
  for (const chunk of chunksOf(regions, BOX_CHUNK)) {
    await turns.pause();
    const output = tf.tidy(() => {
      const shape = [boxCount(chunk), BOX_BINS, BOX_BINS, maps[0].channels] as const;
      const pooled = tf.tensor4d(poolRegions(maps, chunk, BOX_BINS), [...shape]);
      return { ...boxHead(network.weights, pooled) };
    });
    try {
      logits.push(await readTensor(output.logits));
      deltas.push(await readTensor(output.deltas));
    } finally {
      tf.dispose(output);
    }
  }
  return { logits: joinFloats(logits), deltas: joinFloats(deltas) };
}

/** The channel of every mask's own class. @param probabilities `[n, 28, 28, classes]` */
function ownChannels(probabilities: Float32Array, classes: ArrayLike<number>): Float32Array {
  const perMask = MASK_SIDE * MASK_SIDE;
  const channels = probabilities.length / (perMask * classes.length);
  return Float32Array.from({ length: classes.length * perMask }, (_, i) => {
    const own = classes[Math.trunc(i / perMask)];
    return probabilities[i * channels + own];
  });
}

/**
 * The masks of objects within their boxes.
 * @param onChunk hears the share of them that is there
 * @returns probabilities `[n, 28, 28]`
 */
export async function segmentRegions(
  network: Pick<MaskRcnn, 'weights' | 'maskConvolutions'>,
  maps: readonly FeatureMap[],
  { boxes, classes }: Pick<Detections, 'boxes' | 'classes'>,
  turns: Turns,
  onChunk?: (fraction: number) => void,
): Promise<Float32Array> {
  const masks: Float32Array[] = [];
  let done = 0;
  for (const chunk of chunksOf(boxes, MASK_CHUNK)) {
    await turns.pause();
    const count = boxCount(chunk);
    const output = tf.tidy(() => {
      const pooled = poolRegions(maps, chunk, MASK_BINS);
      const regions = tf.tensor4d(pooled, [count, MASK_BINS, MASK_BINS, maps[0].channels]);
      return tf.sigmoid(maskHead(network.weights, regions, network.maskConvolutions));
    });
    try {
      masks.push(ownChannels(await readTensor(output), classes.subarray(done, done + count)));
    } finally {
      output.dispose();
    }
    done += count;
    onChunk?.(done / classes.length);
  }
  return joinFloats(masks);
}

/** Shares of the work, roughly, after the backbone and after the box head. */
const FEATURES_DONE = 0.6;
const BOXES_DONE = 0.7;

/**
 * Finds the objects of an image (torchvision's `MaskRCNN` in evaluation, without resizing and pasting).
 * @param image normalised and padded (`transformImage`, `padImage`)
 * @param size of the image without padding
 * @returns boxes in pixels of `image`
 * @throws CytoForgeError `cancelled`; what the backend throws. Nothing is left allocated.
 */
export async function detectObjects(
  network: MaskRcnn,
  image: FloatImage,
  size: MapSize,
  settings: DetectionSettings,
  { signal, onProgress }: DetectOptions = {},
): Promise<DetectedObjects> {
  const turns = takeTurns(signal);
  const pyramid = await extractFeatures(network, image, turns);
  let proposals: ScoredBoxes;
  let maps: FeatureMap[];
  try {
    await turns.pause();
    const levels = await readProposals(network, pyramid, image);
    proposals = proposeRegions(levels, size, settings.proposals);
    maps = await readFeatureMaps(pyramid);
  } finally {
    tf.dispose(pyramid);
  }
  onProgress?.(FEATURES_DONE);
  const answers = await classifyRegions(network, maps, proposals.boxes, turns);
  const detections = selectDetections(answers, proposals.boxes, size, settings);
  onProgress?.(BOXES_DONE);
  const masks = await segmentRegions(network, maps, detections, turns, (share) =>
    onProgress?.(BOXES_DONE + (1 - BOXES_DONE) * share),
  );
  onProgress?.(1);
  return { ...detections, masks };
}
