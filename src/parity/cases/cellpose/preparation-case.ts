import type { SafetensorsTensor } from '../../../checkpoints/safetensors.ts';
import type { FloatImage } from '../../../imaging/image.ts';
import { normalisePlanes } from '../../../imaging/normalise-planes.ts';
import { resizeBilinear } from '../../../imaging/resize-bilinear.ts';
import { planTiles } from '../../../segmentation/cellpose/plan-tiles.ts';
import { taper } from '../../../segmentation/cellpose/taper.ts';
import { tileAverage } from '../../../segmentation/cellpose/tile-average.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { imageOfPlanes, planesOfImage } from '../pix2pixhd/layout.ts';

const FINE = { atol: 1e-5 };
const EXACT = { atol: 0 };

interface TilesConfig {
  /** First and last row (exclusive) by tile. */
  ysub: [number, number][];
  xsub: [number, number][];
  Ly: number;
  Lx: number;
  bsize: number;
  tile_overlap: number;
}

function imageOf({ shape, data }: SafetensorsTensor): FloatImage {
  const [height, width, channels = 1] = shape;
  return { width, height, channels, data: Float32Array.from(data) };
}

function checkResized(report: CaseReport, image: FloatImage, by: number): void {
  const resized = resizeBilinear(
    image,
    Math.trunc(image.width * by),
    Math.trunc(image.height * by),
  );
  const range =
    image.data.reduce((a, b) => Math.max(a, b)) - image.data.reduce((a, b) => Math.min(a, b));
  report.compare(`resize_${by}`, resized.data, { atol: 1e-4 * range });
}

function checkTiles(golden: GoldenCase, report: CaseReport): void {
  const { ysub, xsub, Ly, Lx, bsize, tile_overlap } = golden.config as unknown as TilesConfig;
  const options = { side: bsize, overlap: tile_overlap, augment: false };
  const { tiles, ...size } = planTiles(Lx, Ly, options);
  report.compareValues(
    'ysub',
    tiles.map(({ top }) => top),
    ysub.map(([top]) => top),
    EXACT,
  );
  report.compareValues(
    'xsub',
    tiles.map(({ left }) => left),
    xsub.map(([left]) => left),
    EXACT,
  );
  const weights = taper(bsize);
  const mask = Array.from({ length: bsize }, (_, y) => [...weights].map((w) => w * weights[y]));
  report.compare('tiles.taper', mask.flat(), FINE);
  const { shape, data } = golden.input('tiles.pred');
  const average = tileAverage({ width: Lx, height: Ly }, size);
  const values = shape[1] * shape[2] * shape[3];
  for (const [i, tile] of tiles.entries()) {
    const planes = { shape: shape.slice(1), data: data.slice(i * values, (i + 1) * values) };
    average.add(tile, imageOfPlanes({ ...golden.peek('tiles.pred'), ...planes }).data);
  }
  report.compare('tiles.average', planesOfImage(average.finish()), FINE);
}

/** Percentile normalisation, OpenCV's bilinear resize, and tiles with their taper. */
export async function runPreparationCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  const image = imageOf(golden.input('img'));
  report.compare('normalize99', normalisePlanes(image).data, FINE);
  const pair = imageOf(golden.input('img2ch_hwc'));
  report.compare('normalize_img', normalisePlanes(pair).data, FINE);
  const narrower = normalisePlanes(pair, { percentile: [5, 95] });
  report.compare('normalize_img_p5_95', narrower.data, FINE);
  for (const by of [0.6, 1.37]) checkResized(report, pair, by);
  checkTiles(golden, report);
}
