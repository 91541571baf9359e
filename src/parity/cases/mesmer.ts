import { equaliseLocally } from '../../imaging/clahe/equalise-locally.ts';
import { gaussianBlur } from '../../imaging/gaussian-blur.ts';
import { hMaxima } from '../../imaging/h-maxima.ts';
import { type DeepWatershedOptions, deepWatershed } from '../../imaging/mesmer/deep-watershed.ts';
import { erodeEdges } from '../../imaging/mesmer/erode-edges.ts';
import { fillObjectHoles } from '../../imaging/mesmer/fill-object-holes.ts';
import { percentileThreshold } from '../../imaging/mesmer/percentile-threshold.ts';
import { mapChannels } from '../../imaging/mesmer/preprocess.ts';
import { numberComponents } from '../../imaging/number-components.ts';
import type { CaseReport } from '../case-report.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { ParityEntry } from '../registry.ts';
import { checkNetworks } from './mesmer/network-case.ts';

const EXACT = { atol: 0 };

/** Names of the toolbox's options and of ours. */
const OPTION_NAMES: Record<string, keyof DeepWatershedOptions> = {
  radius: 'radius',
  maxima_threshold: 'maximaThreshold',
  maxima_algorithm: 'maximaAlgorithm',
  maxima_smooth: 'maximaSmooth',
  interior_smooth: 'interiorSmooth',
  interior_threshold: 'interiorThreshold',
  pixel_expansion: 'pixelExpansion',
  label_erosion: 'labelErosion',
  small_objects_threshold: 'smallObjectsThreshold',
  fill_holes_threshold: 'fillHolesThreshold',
};

type ToolboxOptions = Record<string, number | string>;

interface MesmerConfigOfCase {
  mesmer_kwargs: Record<string, ToolboxOptions>;
  variants: Record<string, ToolboxOptions>;
  hist_kernel_size: number;
}

function ourOptions(options: ToolboxOptions): Partial<DeepWatershedOptions> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [OPTION_NAMES[name], value]),
  );
}

function floats(golden: GoldenCase, name: string) {
  const { shape, data } = golden.input(name);
  return { height: shape[0], width: shape[1], data: Float32Array.from(data) };
}

function checkLabels(golden: GoldenCase, report: CaseReport, image: string): void {
  const { mesmer_kwargs, variants } = golden.config as unknown as MesmerConfigOfCase;
  const { width, height, data: distance } = floats(golden, `${image}.inner_distance`);
  const interior = floats(golden, `${image}.interior`).data;
  golden.input(`${image}.true`);
  report.compare(`${image}.interior_gauss2`, gaussianBlur(interior, width, height, 2), {
    atol: 1e-5,
  });
  const maxima = hMaxima(distance, width, 0.1, 2);
  report.compare(`${image}.h_maxima_0.1_disk2`, maxima, EXACT);
  const markers = numberComponents(maxima, width, height, 8).labels;
  report.compare(`${image}.h_maxima_labels`, markers, EXACT);
  for (const [name, options] of Object.entries({ ...mesmer_kwargs, ...variants })) {
    const { labels } = deepWatershed(distance, interior, width, height, ourOptions(options));
    report.compare(`${image}.labels.${name}`, labels, EXACT);
  }
}

function checkLabelOperations(golden: GoldenCase, report: CaseReport): void {
  const { width, data } = floats(golden, 'fill_holes.in');
  const labels = Int32Array.from(data);
  report.compare('fill_holes.out15', fillObjectHoles(labels, width, 15), EXACT);
  report.compare('erode_edges.out1', erodeEdges(labels, width, 1), EXACT);
}

function checkPreprocessing(golden: GoldenCase, report: CaseReport): void {
  const { hist_kernel_size } = golden.config as unknown as MesmerConfigOfCase;
  const { width, height, data } = floats(golden, 'prep.raw');
  const image = { width, height, channels: 2, data };
  const cut = mapChannels(image, (plane) => percentileThreshold(plane, 99.9));
  report.compare('prep.percentile', cut.data, { atol: 0, rtol: 1e-6 });
  const even = mapChannels(cut, (plane) =>
    equaliseLocally(plane, width, height, { kernelSize: hist_kernel_size }),
  );
  report.compare('prep.histnorm', even.data, { atol: 5e-3 });
}

/** Mesmer's pre- and post-processing (deepcell-toolbox), and its network (PyTorch, with made-up weights). */
export const MESMER_CASES: ParityEntry[] = [
  { matches: /^04_mesmer_network$/, run: checkNetworks },
  {
    matches: /^04_mesmer_postproc$/,
    async run(golden, report) {
      for (const image of ['img0', 'img1']) checkLabels(golden, report, image);
      checkLabelOperations(golden, report);
      checkPreprocessing(golden, report);
    },
  },
];
