import { cellAnchors, levelAnchors, pyramidAnchors } from '../../../nn/maskrcnn/anchors.ts';
import {
  DETECTION_WEIGHTS,
  decodeBoxes,
  encodeBoxes,
  PROPOSAL_WEIGHTS,
} from '../../../nn/maskrcnn/box-coder.ts';
import { boxIou, clipBoxes, largeBoxes } from '../../../nn/maskrcnn/boxes.ts';
import { paddedSize, padImage, transformImage } from '../../../nn/maskrcnn/image-transform.ts';
import {
  groupedSuppression,
  nonMaximumSuppression,
} from '../../../nn/maskrcnn/non-maximum-suppression.ts';
import { placeMask } from '../../../nn/maskrcnn/paste-masks.ts';
import { poolRegions, regionLevels } from '../../../nn/maskrcnn/pyramid-pooling.ts';
import { roiAlign } from '../../../nn/maskrcnn/roi-align.ts';
import type { RoiAlignOptions } from '../../../nn/maskrcnn/roi-samples.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { imageOfPlanes, planesOfImage } from '../pix2pixhd/layout.ts';
import { boxRows, featureMapOf, numbersOf, planesOfRows } from './golden-boxes.ts';

const EXACT = { atol: 0 };
const FINE = { atol: 1e-5 };
const RELATIVE = { atol: 1e-5, rtol: 1e-5 };
const SEVERAL_SAMPLES = { atol: 1e-4 };

function checkBoxes(golden: GoldenCase, report: CaseReport): void {
  const boxes = numbersOf(golden, 'nms.boxes');
  const scores = numbersOf(golden, 'nms.scores');
  const groups = numbersOf(golden, 'nms.idxs');
  for (const threshold of [0.3, 0.5, 0.7]) {
    const kept = nonMaximumSuppression(boxes, scores, threshold);
    report.compare(`nms.keep_${threshold}`, kept, EXACT);
    const inGroups = groupedSuppression(boxes, scores, groups, threshold);
    report.compare(`batched_nms.keep_${threshold}`, inGroups, EXACT);
  }
  const iou = boxIou(boxRows(boxes, 0, 20), boxRows(boxes, 20, 45));
  report.compare('box_iou', iou, FINE);
  const clipped = clipBoxes(boxes, { height: 60, width: 70 });
  report.compare('clip', clipped, EXACT);
  report.compare('small.keep_8', largeBoxes(clipped, 8), EXACT);
}

function checkCoder(golden: GoldenCase, report: CaseReport): void {
  const anchors = numbersOf(golden, 'decode.anchors');
  const deltas = numbersOf(golden, 'decode.rel');
  const tripled = deltas.map((value) => value * 3);
  report.compare('decode.w1', decodeBoxes(deltas, anchors, PROPOSAL_WEIGHTS), RELATIVE);
  const wide = decodeBoxes(tripled, anchors, DETECTION_WEIGHTS);
  report.compare('decode.w10_10_5_5', wide, RELATIVE);
  const perClass = decodeBoxes(numbersOf(golden, 'decode.rel_2cls'), anchors, DETECTION_WEIGHTS);
  report.compare('decode.out_2cls', perClass, RELATIVE);
  const targets = numbersOf(golden, 'encode.gt');
  report.compare('encode.w1', encodeBoxes(targets, anchors, PROPOSAL_WEIGHTS), RELATIVE);
  const weighted = encodeBoxes(targets, anchors, DETECTION_WEIGHTS);
  report.compare('encode.w10_10_5_5', weighted, RELATIVE);
}

interface AnchorConfig {
  image: [number, number];
  feature_maps: [number, number][];
  sizes: number[];
  ratios: number[];
}

/** The golden's second generator: two sizes and two ratios a place, on maps that do not divide the image. */
const CUSTOM_MAPS = [
  { height: 9, width: 7, sizes: [16, 24] },
  { height: 5, width: 4, sizes: [48, 64] },
];

function checkAnchors(golden: GoldenCase, report: CaseReport): void {
  const { image, feature_maps, sizes, ratios } = golden.config.anchors as AnchorConfig;
  const size = { height: image[0], width: image[1] };
  const maps = feature_maps.map(([height, width]) => ({ height, width }));
  const levels = pyramidAnchors(size, maps, sizes, ratios);
  const all = levels.flatMap((level) => [...level]);
  report.compare('anchors.resnet50fpn_defaults', all, EXACT);
  for (const [level, side] of sizes.entries()) {
    report.compare(`anchors.cell${level}`, cellAnchors([side], ratios), EXACT);
  }
  const custom = CUSTOM_MAPS.flatMap(({ height, width, sizes: own }) => {
    const stride = {
      height: Math.floor(size.height / height),
      width: Math.floor(size.width / width),
    };
    return [...levelAnchors(cellAnchors(own, [0.5, 1]), { height, width }, stride)];
  });
  report.compare('anchors.custom', custom, EXACT);
}

const REGION_CASES: [name: string, options: RoiAlignOptions, count: number][] = [
  ['7_s0.25_r2', { outputHeight: 7, outputWidth: 7, scale: 0.25, samples: 2 }, 12],
  ['14_s0.25_r2', { outputHeight: 14, outputWidth: 14, scale: 0.25, samples: 2 }, 5],
  ['7_s0.125_r2', { outputHeight: 7, outputWidth: 7, scale: 0.125, samples: 2 }, 12],
  ['5x3_s0.2_auto', { outputHeight: 5, outputWidth: 3, scale: 0.2, samples: 0 }, 12],
  [
    '7_s0.25_r2_aligned',
    { outputHeight: 7, outputWidth: 7, scale: 0.25, samples: 2, aligned: true },
    12,
  ],
];

function checkRegions(golden: GoldenCase, report: CaseReport): void {
  const maps = [0, 1].map((image) => featureMapOf(golden, 'roi.feat', image));
  const rois = numbersOf(golden, 'roi.rois');
  for (const [name, options, count] of REGION_CASES) {
    const { outputHeight, outputWidth } = options;
    const pooled = Array.from({ length: count }, (_, i) => {
      const [image, ...box] = rois.subarray(i * 5, i * 5 + 5);
      const rows = roiAlign(maps[image], Float32Array.from(box), options);
      return [...planesOfRows(rows, [outputHeight, outputWidth, maps[image].channels])];
    });
    report.compare(`roi.out.${name}`, pooled.flat(), SEVERAL_SAMPLES);
  }
  const pyramid = [0, 1, 2, 3].map((level) => featureMapOf(golden, `ms.feat${level}`));
  const boxes = numbersOf(golden, 'ms.boxes');
  report.compare('ms.levels', regionLevels(boxes, pyramid.length), EXACT);
  const pooled = poolRegions(pyramid, boxes, 7);
  report.compare('ms.out', planesOfRows(pooled, [7, 7, pyramid[0].channels]), SEVERAL_SAMPLES);
}

function checkImages(golden: GoldenCase, report: CaseReport): void {
  const masks = numbersOf(golden, 'paste.masks');
  const boxes = numbersOf(golden, 'paste.boxes');
  const image = { height: 48, width: 64 };
  const pasted = Array.from({ length: boxes.length / 4 }, (_, i) => {
    const own = masks.subarray(i * 28 * 28, (i + 1) * 28 * 28);
    return [...wholeMask(placeMask(own, 28, boxRows(boxes, i, i + 1), image), image)];
  });
  report.compare('paste.out_48x64', pasted.flat(), FINE);
  const scaling = { minSize: 64, maxSize: 100 };
  const resized = [0, 1].map((i) =>
    transformImage(imageOfPlanes(golden.input(`transform.img${i}`)), scaling),
  );
  const { image_sizes } = golden.config.transform as { image_sizes: [number, number][] };
  const sizes = resized.flatMap(({ height, width }) => [height, width]);
  report.compareValues('image_sizes', sizes, image_sizes.flat(), EXACT);
  const batch = resized.flatMap((each) => [...planesOfImage(padImage(each, paddedSize(resized)))]);
  report.compare('transform.batched', batch, FINE);
}

/** A placed mask on the whole image, `[H, W]`. */
export function wholeMask(
  placed: ReturnType<typeof placeMask>,
  { height, width }: { height: number; width: number },
): Float32Array {
  const whole = new Float32Array(height * width);
  for (let row = 0; placed && row < placed.height; row++) {
    const own = placed.data.subarray(row * placed.width, (row + 1) * placed.width);
    whole.set(own, (row + placed.y) * width + placed.x);
  }
  return whole;
}

/** torchvision's operations on boxes, regions, masks and images; on plain arrays, so the same on every backend. */
export async function checkDetectionOps(golden: GoldenCase, report: CaseReport): Promise<void> {
  checkBoxes(golden, report);
  checkCoder(golden, report);
  checkAnchors(golden, report);
  checkRegions(golden, report);
  checkImages(golden, report);
}
