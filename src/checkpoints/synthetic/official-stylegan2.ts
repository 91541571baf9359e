import type { StyleGan2Block, StyleGan2Config, StyleGan2Layer } from '../bundle/manifest.ts';

const CHANNEL_BASE = 32768;
const CHANNEL_MAX = 512;
const W_DIM = 512;
const CONV_CLAMP = 256;

function channelsAt(resolution: number): number {
  return Math.min(CHANNEL_BASE / resolution, CHANNEL_MAX);
}

function layerOf(inChannels: number, outChannels: number): StyleGan2Layer {
  const noise = { useNoise: true, convClamp: CONV_CLAMP, filterShape: [4, 4] };
  return { inChannels, outChannels, ...noise };
}

/** The generator of `--cfg stylegan2` (spec A.8): three channels, no classes, eight mapping layers. */
export function officialStyleGan2Config(imgResolution: number): StyleGan2Config {
  const count = Math.log2(imgResolution) - 1;
  const blocks = Array.from({ length: count }, (_, i): StyleGan2Block => {
    const resolution = 4 * 2 ** i;
    const width = channelsAt(resolution);
    return {
      resolution,
      filterShape: [4, 4],
      conv0: i === 0 ? null : layerOf(channelsAt(resolution / 2), width),
      conv1: layerOf(width, width),
      torgbClamp: CONV_CLAMP,
    };
  });
  return {
    zDim: W_DIM,
    cDim: 0,
    wDim: W_DIM,
    numWs: 2 * count,
    mappingLayers: 8,
    imgResolution,
    imgChannels: 3,
    architecture: 'skip',
    blocks,
  };
}
