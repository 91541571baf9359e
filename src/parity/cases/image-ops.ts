import { binarise } from '../../imaging/binarise.ts';
import { decodeLabelPng, decodePng } from '../../imaging/decode-png.ts';
import { distanceTransform } from '../../imaging/distance-transform.ts';
import { fillHoles } from '../../imaging/fill-holes.ts';
import { gaussianBlur } from '../../imaging/gaussian-blur.ts';
import type { ByteImage, LabelImage } from '../../imaging/image.ts';
import { instanceStatistics } from '../../imaging/instance-statistics.ts';
import { labelComponents } from '../../imaging/label-components.ts';
import { labelEdges } from '../../imaging/label-edges.ts';
import { otsuThreshold } from '../../imaging/otsu-threshold.ts';
import { removeSmallObjects } from '../../imaging/remove-small-objects.ts';
import { renumberLabels } from '../../imaging/renumber-labels.ts';
import { toGrey } from '../../imaging/to-grey.ts';
import type { CaseReport } from '../case-report.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { ParityEntry } from '../registry.ts';
import { greyImageOf } from './pix2pixhd/layout.ts';

const EXACT = { atol: 0 };
const FINE = { atol: 1e-5 };

interface GoldenRegion {
  label: number;
  area: number;
  /** Row first. */
  centroid: [number, number];
  /** Rows and columns, the ends exclusive. */
  bbox: [number, number, number, number];
  eccentricity: number;
}

interface ImageOpsData {
  thresholds: { otsu_u8: number };
  regionprops_label8: GoldenRegion[];
}

function imageOf(golden: GoldenCase, name: string): ByteImage {
  const { shape, data } = golden.input(name);
  const [height, width, channels = 1] = shape;
  const levels = Uint8Array.from(data);
  return { width, height, channels: channels as ByteImage['channels'], data: levels };
}

function labelsOf(golden: GoldenCase, name: string): LabelImage {
  const { width, height, data } = imageOf(golden, name);
  return { width, height, data: Uint16Array.from(data) };
}

/** 0 and 1, as goldens hold truth values. */
function truth(mask: ByteImage): Uint8Array {
  return mask.data.map((level) => (level ? 1 : 0));
}

function checkMasks(golden: GoldenCase, report: CaseReport): void {
  const { thresholds } = golden.data as ImageOpsData;
  const raw = imageOf(golden, 'raw');
  report.compareValues('otsu_u8', [otsuThreshold(raw)], [thresholds.otsu_u8], EXACT);
  const mask = binarise(raw, otsuThreshold(raw) + 1);
  report.compare('binary_otsu', truth(mask), EXACT);
  report.compare('fill_holes', truth(fillHoles(mask)), EXACT);
  report.compare('edt', distanceTransform(imageOf(golden, 'clean')), FINE);
  const noise = imageOf(golden, 'noise');
  report.compare('noise.edt', distanceTransform(noise), FINE);
  for (const connectivity of [4, 8] as const) {
    const name = `label${connectivity}`;
    report.compare(name, labelComponents(mask, { connectivity }).data, EXACT);
    report.compare(`noise.${name}`, labelComponents(noise, { connectivity }).data, EXACT);
  }
  const scaled = Float32Array.from(raw.data, (level) => level / 255);
  for (const sigma of ['1.0', '2.0', '3.5']) {
    const blurred = gaussianBlur(scaled, raw.width, raw.height, Number(sigma));
    report.compare(`gauss.s${sigma}.reflect`, blurred, FINE);
  }
}

function checkLabels(golden: GoldenCase, report: CaseReport): void {
  const labels = labelsOf(golden, 'label8');
  report.compare('find_boundaries_inner', truth(labelEdges(labels, { side: 'inner' })), EXACT);
  const kept = renumberLabels(labelsOf(golden, 'remove_small_objects_30'));
  report.compareValues(
    'remove_small_objects_30',
    removeSmallObjects(labels, 30).data,
    kept.data,
    EXACT,
  );
  const shapes = new Map(instanceStatistics(labels).map((shape) => [shape.id, shape]));
  for (const region of (golden.data as ImageOpsData).regionprops_label8) {
    const shape = shapes.get(region.label);
    if (!shape) {
      report.expect(`region ${region.label}`, false, 'it was not found');
      continue;
    }
    const [top, left, bottom, right] = region.bbox;
    const [x, y] = shape.centroid;
    report.compareValues(
      `region ${region.label}`,
      [shape.area, ...shape.box, y, x, shape.eccentricity],
      [region.area, left, top, right - left, bottom - top, ...region.centroid, region.eccentricity],
      { atol: 1e-9 },
    );
  }
}

async function checkFiles(golden: GoldenCase, report: CaseReport): Promise<void> {
  const read = (name: string) => golden.folder.read(name);
  const { image } = decodePng(await read('05_rgb.png'));
  report.compare('pil.rgb', image.data, EXACT);
  const grey = toGrey(image);
  report.compare('pil.L', grey.data, EXACT);
  const background = binarise(grey, 240).data.map((level) => (level ? 0 : 1));
  const expected = truth(greyImageOf(golden.input('pil.lt240')));
  report.compareValues('pil.lt240', background, expected, EXACT);
  report.compare('pil.rgba_to_L', toGrey(imageOf(golden, 'pil.rgba')).data, EXACT);
  report.compare('gray16', decodeLabelPng(await read('05_gray16.png')).data, EXACT);
}

/** Image operations of SciPy, scikit-image and Pillow, as far as the project has them. */
export const IMAGE_OPS_CASES: ParityEntry[] = [
  {
    matches: /^05_image_ops$/,
    async run(golden, report) {
      checkMasks(golden, report);
      checkLabels(golden, report);
      await checkFiles(golden, report);
    },
  },
];
