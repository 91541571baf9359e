import { bytesSource } from '../../../checkpoints/byte-source.ts';
import { readSafetensors } from '../../../checkpoints/safetensors.ts';
import type { TensorSource } from '../../../checkpoints/tensor-source.ts';
import type { FloatImage } from '../../../imaging/image.ts';
import { readTensor } from '../../../nn/backend/read-tensor.ts';
import { boxCount } from '../../../nn/maskrcnn/boxes.ts';
import {
  classifyRegions,
  type DetectedObjects,
  detectObjects,
  readFeatureMaps,
  readProposals,
} from '../../../nn/maskrcnn/detect-objects.ts';
import type { DetectionSettings } from '../../../nn/maskrcnn/detection-settings.ts';
import { extractFeatures } from '../../../nn/maskrcnn/extract-features.ts';
import type { FeatureMap } from '../../../nn/maskrcnn/feature-map.ts';
import { boxHead, MASK_BINS, MASK_SIDE, maskHead } from '../../../nn/maskrcnn/heads.ts';
import { paddedSize, padImage, transformImage } from '../../../nn/maskrcnn/image-transform.ts';
import type { MaskRcnn } from '../../../nn/maskrcnn/load-maskrcnn.ts';
import { placeMask } from '../../../nn/maskrcnn/paste-masks.ts';
import { proposeRegions } from '../../../nn/maskrcnn/propose-regions.ts';
import { poolRegions } from '../../../nn/maskrcnn/pyramid-pooling.ts';
import { scaleBoxes } from '../../../nn/maskrcnn/scale-boxes.ts';
import { takeTurns } from '../../../nn/maskrcnn/take-turns.ts';
import * as tf from '../../../nn/tf.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { imageOfPlanes, planesOfImage } from '../pix2pixhd/layout.ts';
import { planesOf, valuesOf } from '../stylegan-layout.ts';
import { wholeMask } from './detection-ops.ts';
import { boxRows, planesOfRows } from './golden-boxes.ts';
import { loadTinyNetwork } from './tiny-network.ts';

const FEATURES = { atol: 1e-4 };
const SCORES = { atol: 1e-4 };
const BOXES = { atol: 1e-2 };
const MASKS = { atol: 1e-3 };
const EXACT = { atol: 0 };

const SCALING = { minSize: 64, maxSize: 128 };
const SETTINGS: DetectionSettings = {
  proposals: { mostBeforeSuppression: 60, most: 20, nmsThreshold: 0.7, smallestSide: 1e-3 },
  scoreThreshold: 0.5,
  nmsThreshold: 0.5,
  detectionsPerImage: 8,
  smallestSide: 1e-2,
};

async function weightsOf(golden: GoldenCase): Promise<TensorSource> {
  const file = `${golden.name}.weights.safetensors`;
  const tensors = readSafetensors(bytesSource(file, await golden.folder.read(file)));
  return {
    names: () => [...tensors.keys()],
    has: (name) => tensors.has(name),
    read(name) {
      const { shape, data } = tensors.get(name) as { shape: number[]; data: Float32Array };
      return { shape, data };
    },
  };
}

async function checkProposals(
  network: MaskRcnn,
  image: FloatImage,
  resized: FloatImage,
  report: CaseReport,
): Promise<{ maps: FeatureMap[]; regions: Float32Array }> {
  const pyramid = await extractFeatures(network, image, takeTurns());
  const levels = await readProposals(network, pyramid, image);
  const maps = await readFeatureMaps(pyramid);
  for (const [level, { objectness, deltas }] of levels.entries()) {
    const [, height, width] = pyramid[level].shape;
    const objectnessPlanes = planesOfRows(objectness, [height, width, 3]);
    report.compare(`rpn.objectness${level}`, objectnessPlanes, FEATURES);
    report.compare(`rpn.bbox${level}`, planesOfRows(deltas, [height, width, 12]), FEATURES);
  }
  for (const [i, name] of ['feat.0', 'feat.1', 'feat.pool'].entries()) {
    report.compare(name, await planesOf(pyramid[i]), FEATURES);
  }
  report.compare(
    'rpn.anchors',
    levels.flatMap(({ anchors }) => [...anchors]),
    EXACT,
  );
  const { boxes } = proposeRegions(levels, resized, SETTINGS.proposals);
  report.compare('rpn.proposals', boxes, BOXES);
  return { maps, regions: boxes };
}

async function checkHeads(
  network: MaskRcnn,
  { maps, regions }: { maps: FeatureMap[]; regions: Float32Array },
  detected: DetectedObjects,
  report: CaseReport,
): Promise<void> {
  const channels = maps[0].channels;
  const pooled = poolRegions(maps, regions, 7);
  const six = pooled.subarray(0, 6 * 7 * 7 * channels);
  report.compare('roi.box_pool', planesOfRows(six, [7, 7, channels]), FEATURES);
  const features = tf.tidy(() => {
    const shape: [number, number, number, number] = [boxCount(regions), 7, 7, channels];
    return boxHead(network.weights, tf.tensor4d(pooled, shape)).features;
  });
  report.compare('roi.box_head', await valuesOf(features), FEATURES);
  const { logits, deltas } = await classifyRegions(network, maps, regions, takeTurns());
  report.compare('roi.class_logits', logits, FEATURES);
  report.compare('roi.box_regression', deltas, FEATURES);

  const { boxes } = detected;
  const forMasks = poolRegions(maps, boxes, MASK_BINS);
  const perMask = MASK_BINS * MASK_BINS * channels;
  const three = planesOfRows(forMasks.subarray(0, 3 * perMask), [MASK_BINS, MASK_BINS, channels]);
  report.compare('mask.pool', three, FEATURES);
  const masks = tf.tidy(() => {
    const shape: [number, number, number, number] = [
      boxCount(boxes),
      MASK_BINS,
      MASK_BINS,
      channels,
    ];
    return maskHead(network.weights, tf.tensor4d(forMasks, shape), network.maskConvolutions);
  });
  const maskLogits = await readTensor(masks);
  masks.dispose();
  report.compare('mask.logits', planesOfRows(maskLogits, [MASK_SIDE, MASK_SIDE, 2]), MASKS);
}

/** Scores and classes, and boxes in pixels of the original image, under the golden's names. */
function checkDetections(
  prefix: string,
  detected: DetectedObjects,
  boxes: Float32Array,
  report: CaseReport,
  boxesName = `${prefix}.boxes`,
): void {
  report.compare(boxesName, boxes, BOXES);
  report.compare(`${prefix}.scores`, detected.scores, SCORES);
  report.compare(`${prefix}.labels`, detected.classes, EXACT);
}

/** Both images as one batch: each is padded to the larger size. */
async function checkBatch(network: MaskRcnn, golden: GoldenCase, report: CaseReport) {
  const images = ['image', 'image2'].map((name) => imageOfPlanes(golden.input(name)));
  const resized = images.map((image) => transformImage(image, SCALING));
  for (const [i, image] of images.entries()) {
    const padded = padImage(resized[i], paddedSize(resized));
    const detected = await detectObjects(network, padded, resized[i], SETTINGS);
    const boxes = scaleBoxes(detected.boxes, resized[i], image);
    checkDetections(`batch${i}`, detected, boxes, report);
  }
  const { detections } = golden.config as { detections: number[] };
  const found = [0, 1].map((i) => golden.peek(`batch${i}.scores`).shape[0]);
  report.compareValues('detections', found, detections, EXACT);
}

/** The tiny Mask R-CNN, every step of it. */
export async function checkTinyNetwork(golden: GoldenCase, report: CaseReport): Promise<void> {
  const network = loadTinyNetwork(await weightsOf(golden));
  try {
    const image = imageOfPlanes(golden.input('image'));
    const resized = transformImage(image, SCALING);
    const padded = padImage(resized, paddedSize([resized]));
    report.compare('transformed', planesOfImage(padded), FEATURES);
    const proposed = await checkProposals(network, padded, resized, report);
    const detected = await detectObjects(network, padded, resized, SETTINGS);
    await checkHeads(network, proposed, detected, report);
    const boxes = scaleBoxes(detected.boxes, resized, image);
    checkDetections('out', detected, boxes, report);
    // The golden recorded them after they had been scaled in place.
    checkDetections('det', detected, boxes, report, 'det.boxes_in_resized');
    const masks = Array.from({ length: boxCount(boxes) }, (_, i) => {
      const own = detected.masks.subarray(i * MASK_SIDE ** 2, (i + 1) * MASK_SIDE ** 2);
      const placed = placeMask(own, MASK_SIDE, boxRows(boxes, i, i + 1), image);
      return [...wholeMask(placed, image)];
    }).flat();
    report.compare('out.masks', masks, MASKS);
    report.compare('det.mask_probs28', masks, MASKS);
    await checkBatch(network, golden, report);
  } finally {
    network.dispose();
  }
}
