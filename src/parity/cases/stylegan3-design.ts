import type { SynthesisLayerConfig } from '../../checkpoints/bundle/manifest.ts';
import { type SynthesisGeometry, synthesisGeometry } from '../../nn/stylegan3/layer-geometry.ts';
import { designLowpass } from '../../nn/stylegan3/lowpass-filter.ts';
import type { CaseReport } from '../case-report.ts';
import type { ParityEntry } from '../registry.ts';

/** Names of the geometry sidecar for the fields of a layer. */
const LAYER_FIELDS: Record<keyof SynthesisLayerConfig, string> = {
  name: 'name',
  inChannels: 'in_channels',
  outChannels: 'out_channels',
  inSize: 'in_size',
  outSize: 'out_size',
  inSamplingRate: 'in_sampling_rate',
  outSamplingRate: 'out_sampling_rate',
  tmpSamplingRate: 'tmp_sampling_rate',
  inCutoff: 'in_cutoff',
  outCutoff: 'out_cutoff',
  inHalfWidth: 'in_half_width',
  outHalfWidth: 'out_half_width',
  upFactor: 'up_factor',
  downFactor: 'down_factor',
  upTaps: 'up_taps',
  downTaps: 'down_taps',
  padding: 'padding',
  convKernel: 'conv_kernel',
  convClamp: 'conv_clamp',
  isTorgb: 'is_torgb',
  isCriticallySampled: 'is_critically_sampled',
  downRadial: 'down_radial',
};

/** A network's geometry as a sidecar tells it. */
export interface GoldenGeometry {
  num_ws: number;
  input: { channels: number; size: [number, number]; sampling_rate: number; bandwidth: number };
  layers: Record<string, unknown>[];
}

/** Shapes of a layer's stored filters, null where it has none. */
function filterShapes(layer: SynthesisLayerConfig): Record<string, number[] | null> {
  const shapeOf = (taps: number, radial: boolean) => {
    if (taps <= 1) return null;
    return radial ? [taps, taps] : [taps];
  };
  return {
    up_filter_shape: shapeOf(layer.upTaps, false),
    down_filter_shape: shapeOf(layer.downTaps, layer.downRadial),
  };
}

/** Compares a geometry with a sidecar's: whole numbers exactly, others within 1e-12. */
export function compareGeometry(
  report: CaseReport,
  where: string,
  actual: SynthesisGeometry,
  golden: GoldenGeometry,
): void {
  const numbers = { atol: 0, rtol: 1e-12 };
  const { channels, size, samplingRate, bandwidth } = actual.input;
  const input = golden.input;
  report.compareValues(
    `${where} input`,
    [actual.numWs, channels, size, size, samplingRate, bandwidth],
    [golden.num_ws, input.channels, ...input.size, input.sampling_rate, input.bandwidth],
    numbers,
  );
  const count = golden.layers.length;
  report.expect(`${where} layers`, actual.layers.length === count, `${actual.layers.length}`);
  for (const [i, layer] of actual.layers.entries()) {
    for (const [field, key] of Object.entries(LAYER_FIELDS)) {
      const name = `${where} ${layer.name} ${field}`;
      const value = layer[field as keyof SynthesisLayerConfig];
      const expected = golden.layers[i]?.[key];
      if (typeof value === 'number' || Array.isArray(value)) {
        report.compareValues(name, [value].flat(), [expected].flat() as number[], numbers);
      } else {
        report.expect(name, value === expected, `${value} instead of ${expected}`);
      }
    }
    for (const [key, shape] of Object.entries(filterShapes(layer))) {
      const expected = golden.layers[i]?.[key];
      const same = JSON.stringify(shape) === JSON.stringify(expected);
      report.expect(`${where} ${layer.name} ${key}`, same, `${shape} instead of ${expected}`);
    }
  }
}

interface GeometryRow extends GoldenGeometry {
  cfg: string;
  resolution: number;
  kwargs: Record<string, number | boolean>;
}

interface FilterRow {
  name: string;
  numtaps: number;
  cutoff: number;
  width: number;
  fs: number;
  radial: boolean;
}

/** What follows from a StyleGAN3 configuration alone: sizes, rates, filters. */
export const STYLEGAN3_DESIGN_CASES: ParityEntry[] = [
  {
    matches: /^02_sg3_geometry$/,
    async run(golden, report) {
      const imgChannels = golden.config.img_channels as number;
      for (const row of golden.data as GeometryRow[]) {
        const { channel_base, channel_max, conv_kernel, use_radial_filters } = row.kwargs;
        const geometry = synthesisGeometry({
          imgResolution: row.resolution,
          imgChannels,
          channelBase: channel_base as number,
          channelMax: channel_max as number,
          convKernel: conv_kernel as number | undefined,
          useRadialFilters: use_radial_filters as boolean | undefined,
        });
        compareGeometry(report, `${row.cfg} ${row.resolution}`, geometry, row);
      }
    },
  },
  {
    matches: /^02_sg3_filters$/,
    async run(golden, report) {
      for (const row of golden.config.filters as FilterRow[]) {
        const { numtaps: taps, cutoff, width, fs: samplingRate, radial } = row;
        const filter = designLowpass({ taps, cutoff, width, samplingRate, radial });
        report.compare(row.name, filter?.taps ?? [1], { atol: 1e-7 });
      }
    },
  },
];
