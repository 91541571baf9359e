import type { SafetensorsTensor } from '../../../checkpoints/safetensors.ts';
import { fillObjects } from '../../../imaging/flows/fill-objects.ts';
import { flowErrors } from '../../../imaging/flows/flow-errors.ts';
import type { FlowField } from '../../../imaging/flows/flow-field.ts';
import { flowsOfLabels, flowsOfLabelsTogether } from '../../../imaging/flows/flows-of-labels.ts';
import { followFlows, type Points } from '../../../imaging/flows/follow-flows.ts';
import {
  cellPixels,
  DEFAULT_MASK_OPTIONS,
  flowInCells,
  labelsOfPoints,
  type MaskOptions,
  masksOfFlows,
} from '../../../imaging/flows/masks-of-flows.ts';
import { objectCentre } from '../../../imaging/flows/object-centre.ts';
import { boxOfPixels, objectPixels } from '../../../imaging/flows/object-pixels.ts';
import type { LabelImage } from '../../../imaging/image.ts';
import { renumberLabels } from '../../../imaging/renumber-labels.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';

const EXACT = { atol: 0 };
const UNIT = { atol: 1e-4 };
const PLACE = { atol: 1e-2 };
const SMALLEST = 15;

/** The variants of the sidecar, in our words. */
const VARIANTS: Record<string, Partial<MaskOptions>> = {
  default: {},
  noflowthr: { flowThreshold: 0 },
  strict: { flowThreshold: 0.1 },
  cp1: { cellprobThreshold: 1, niter: 120 },
  nointerp: { interp: false },
};

function fieldOf({ shape, data }: SafetensorsTensor): FlowField {
  const [, height, width] = shape;
  const values = Float32Array.from(data);
  const pixels = width * height;
  return { width, height, y: values.subarray(0, pixels), x: values.subarray(pixels) };
}

function joined({ y, x }: Points): Float32Array {
  const values = new Float32Array(y.length + x.length);
  values.set(y);
  values.set(x, y.length);
  return values;
}

function labelsOf({ shape, data }: SafetensorsTensor): LabelImage {
  const [height, width] = shape;
  return { width, height, data: Uint16Array.from(data) };
}

/** Rows and columns of the centres: in the image, and in the box around the object. */
function centresOf(labels: LabelImage) {
  const objects = objectPixels(labels);
  const inImage: number[] = [];
  const inBox: number[] = [];
  for (let id = 1; id <= objects.count; id++) {
    const pixels = objects.of(id);
    const centre = objectCentre(pixels, labels.width);
    const { top, left } = boxOfPixels(pixels, labels.width);
    const [y, x] = [Math.floor(centre / labels.width), centre % labels.width];
    inImage.push(y, x);
    inBox.push(y - top, x - left);
  }
  return { inImage, inBox };
}

function checkTargets(lab: string, golden: GoldenCase, report: CaseReport): void {
  const labels = labelsOf(golden.input(`${lab}.labels`));
  const flows = flowsOfLabels(labels);
  report.compare(`${lab}.flows_cpu`, joined(flows), UNIT);
  report.compare(`${lab}.flows_torch`, joined(flowsOfLabelsTogether(labels)), UNIT);
  const { inImage, inBox } = centresOf(labels);
  report.compare(`${lab}.centers`, inBox, EXACT);
  report.compare(`${lab}.centers_torch`, inImage, EXACT);
  if (golden.has(`${lab}.flows_cpu_niter20`)) {
    report.compare(`${lab}.flows_cpu_niter20`, joined(flowsOfLabels(labels, 20)), UNIT);
  }
  if (golden.has(`${lab}.labels_to_flows`)) {
    const inside = labels.data.map((id) => (id > 0 ? 1 : 0));
    const planes = [...renumberLabels(labels).data, ...inside, ...joined(flows)];
    report.compare(`${lab}.labels_to_flows`, planes, UNIT);
  }
}

/** Indices of pixels as rows and then columns. */
function rowsAndColumns(pixels: Uint32Array, width: number): number[] {
  return [...pixels].map((i) => Math.floor(i / width)).concat([...pixels].map((i) => i % width));
}

function checkPoints(lab: string, golden: GoldenCase, report: CaseReport): void {
  const flows = fieldOf(golden.input(`${lab}.dP`));
  const cellprob = Float32Array.from(golden.input(`${lab}.cellprob`).data);
  const pixels = cellPixels(cellprob, 0);
  report.compare(`${lab}.inds`, rowsAndColumns(pixels, flows.width), EXACT);
  const field = flowInCells(flows, pixels);
  const points = followFlows(field, pixels, 200);
  report.compare(`${lab}.p_final`, joined(points), PLACE);
  report.compare(`${lab}.p_niter10`, joined(followFlows(field, pixels, 10)), PLACE);
  const stepped = followFlows(field, pixels, 200, false);
  report.compare(`${lab}.p_final_nointerp`, joined(stepped), PLACE);
  const labels = labelsOfPoints(points, pixels, flows, DEFAULT_MASK_OPTIONS.maxSizeFraction);
  report.compare(`${lab}.get_masks`, labels.data, EXACT);
}

function checkMasks(lab: string, golden: GoldenCase, report: CaseReport): void {
  const flows = fieldOf(golden.input(`${lab}.dP`));
  const cellprob = Float32Array.from(golden.input(`${lab}.cellprob`).data);
  for (const [name, options] of Object.entries(VARIANTS)) {
    const masks = masksOfFlows(flows, cellprob, { ...DEFAULT_MASK_OPTIONS, ...options });
    report.compare(`${lab}.masks.${name}`, masks.data, EXACT);
    report.compare(`${lab}.masks_final.${name}`, fillObjects(masks, SMALLEST).data, EXACT);
  }
  const all = labelsOf(golden.peek(`${lab}.masks.noflowthr`));
  report.compare(`${lab}.flow_error.of_masks.noflowthr`, flowErrors(all, flows), UNIT);
}

/** Labels to flows, flows to points, points to masks; masks are equal to the pixel. */
export async function runDynamicsCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  const labels = golden.tensorNames().filter((name) => name.endsWith('.labels'));
  for (const lab of labels.map((name) => name.slice(0, -'.labels'.length))) {
    checkTargets(lab, golden, report);
    checkPoints(lab, golden, report);
    checkMasks(lab, golden, report);
  }
}
