import type { StyleGan3Config, SynthesisLayerConfig } from '../../checkpoints/bundle/manifest.ts';

/** What the official constructor is given (spec A.3). */
export interface SynthesisOptions {
  imgResolution: number;
  imgChannels: number;
  channelBase?: number;
  channelMax?: number;
  /** Layers without the input and ToRGB. */
  numLayers?: number;
  /** Critically sampled layers at the end. */
  numCritical?: number;
  firstCutoff?: number;
  firstStopband?: number;
  lastStopbandRel?: number;
  /** Pixels around the image that are computed and cut away at the end. */
  marginSize?: number;
  convKernel?: number;
  /** Taps of a low-pass filter per factor of resampling. */
  filterSize?: number;
  convClamp?: number | null;
  useRadialFilters?: boolean;
}

/** The part of a generator's configuration that the geometry decides. */
export type SynthesisGeometry = Pick<StyleGan3Config, 'numWs' | 'input' | 'layers'>;

interface LayerSignal {
  cutoff: number;
  samplingRate: number;
  halfWidth: number;
  size: number;
  channels: number;
}

function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

function layerSignals(options: SynthesisOptions, numLayers: number, critical: number) {
  const { imgResolution, imgChannels, channelBase = 32768, channelMax = 512 } = options;
  const { firstCutoff = 2, firstStopband = 2 ** 2.1, marginSize = 10 } = options;
  const lastCutoff = imgResolution / 2;
  const lastStopband = lastCutoff * (options.lastStopbandRel ?? 2 ** 0.3);
  return Array.from({ length: numLayers + 1 }, (_, i): LayerSignal => {
    const exponent = Math.min(i / (numLayers - critical), 1);
    const cutoff = firstCutoff * (lastCutoff / firstCutoff) ** exponent;
    const stopband = firstStopband * (lastStopband / firstStopband) ** exponent;
    const samplingRate = 2 ** Math.ceil(Math.log2(Math.min(stopband * 2, imgResolution)));
    const channels = roundHalfEven(Math.min(channelBase / 2 / cutoff, channelMax));
    return {
      cutoff,
      samplingRate,
      halfWidth: Math.max(stopband, samplingRate / 2) - cutoff,
      size: i >= numLayers - 1 ? imgResolution : samplingRate + marginSize * 2,
      channels: i === numLayers ? imgChannels : channels,
    };
  });
}

function synthesisLayer(
  [from, to]: [LayerSignal, LayerSignal],
  index: number,
  kind: { isTorgb: boolean; isCriticallySampled: boolean },
  options: SynthesisOptions,
): SynthesisLayerConfig {
  const { convClamp = 256, filterSize = 6, useRadialFilters = false } = options;
  const { isTorgb, isCriticallySampled } = kind;
  const convKernel = isTorgb ? 1 : (options.convKernel ?? 3);
  const tmpSamplingRate = Math.max(from.samplingRate, to.samplingRate) * (isTorgb ? 1 : 2);
  const upFactor = tmpSamplingRate / from.samplingRate;
  const downFactor = tmpSamplingRate / to.samplingRate;
  const upTaps = upFactor > 1 && !isTorgb ? filterSize * upFactor : 1;
  const downTaps = downFactor > 1 && !isTorgb ? filterSize * downFactor : 1;
  const wanted = (to.size - 1) * downFactor + 1;
  const natural = (from.size + convKernel - 1) * upFactor;
  const total = wanted - natural + upTaps + downTaps - 2;
  const low = Math.floor((total + upFactor) / 2);
  return {
    name: `L${index}_${to.size}_${to.channels}`,
    inChannels: from.channels,
    outChannels: to.channels,
    inSize: from.size,
    outSize: to.size,
    inSamplingRate: from.samplingRate,
    outSamplingRate: to.samplingRate,
    tmpSamplingRate,
    inCutoff: from.cutoff,
    outCutoff: to.cutoff,
    inHalfWidth: from.halfWidth,
    outHalfWidth: to.halfWidth,
    upFactor,
    downFactor,
    upTaps,
    downTaps,
    padding: [low, total - low, low, total - low],
    convKernel,
    convClamp,
    isTorgb,
    isCriticallySampled,
    downRadial: useRadialFilters && !isCriticallySampled,
  };
}

/** Sizes, rates, cutoffs, channels, factors and padding of every layer, from the constructor's numbers. */
export function synthesisGeometry(options: SynthesisOptions): SynthesisGeometry {
  const { numLayers = 14, numCritical = 2 } = options;
  const signals = layerSignals(options, numLayers, numCritical);
  const layers = signals.map((signal, i) => {
    const kind = { isTorgb: i === numLayers, isCriticallySampled: i >= numLayers - numCritical };
    return synthesisLayer([signals[Math.max(i - 1, 0)], signal], i, kind, options);
  });
  const { channels, size, samplingRate, cutoff } = signals[0];
  return {
    numWs: numLayers + 2,
    input: { channels, size, samplingRate, bandwidth: cutoff },
    layers,
  };
}
