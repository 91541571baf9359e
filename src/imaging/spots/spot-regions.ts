import { distanceTransform } from '../distance-transform.ts';
import type { ByteImage, LabelImage } from '../image.ts';
import { labelEdges } from '../label-edges.ts';

/** Where spots are strewn evenly. */
export const SPOT_REGIONS = ['cells', 'nuclei', 'cytoplasm', 'membranes', 'background'] as const;

/** One of them. */
export type SpotRegion = (typeof SPOT_REGIONS)[number];

/** Pixels from a cell's edge that count as its membrane. */
const MEMBRANE_WIDTH = 2;
/** Where no nuclei are known, pixels deeper than this share of their cell's depth stand for them. */
const CORE_DEPTH = 0.5;

/** The pixels of each region of one sample, found when they are first asked for. */
export interface RegionFinder {
  /** Positions `y * width + x`, in raster order. */
  pixelsOf(region: SpotRegion): Uint32Array;
}

/** Distance to the nearest pixel that is not of the same cell: 1 along its edge; 0 outside of cells. */
function depths(labels: LabelImage): Float32Array {
  const { width, height, data } = labels;
  const edges = labelEdges(labels, { side: 'inner' });
  const inside: ByteImage = {
    width,
    height,
    channels: 1,
    data: Uint8Array.from(data, (id, at) => (id !== 0 && edges.data[at] === 0 ? 255 : 0)),
  };
  return distanceTransform(inside).map((distance, at) => (data[at] === 0 ? 0 : distance + 1));
}

/** The inner part of every cell, by the depth of its deepest pixel. */
function cores(labels: LabelImage, depth: Float32Array): Uint8Array {
  const deepest = new Float32Array(65_536);
  labels.data.forEach((id, at) => {
    deepest[id] = Math.max(deepest[id], depth[at]);
  });
  return Uint8Array.from(labels.data, (id, at) =>
    id !== 0 && depth[at] > CORE_DEPTH * deepest[id] ? 1 : 0,
  );
}

function positions(count: number, isIn: (at: number) => boolean): Uint32Array {
  const found = new Uint32Array(count);
  let size = 0;
  for (let at = 0; at < count; at++) if (isIn(at)) found[size++] = at;
  return found.slice(0, size);
}

/**
 * The regions of a label map. Membranes are the two outermost pixels of cells (the image's border is none); without
 * nuclei the inner part of each cell, by depth the inner half, stands for its nucleus.
 * @param nuclei Not 0 in the nuclei; null where they are not told apart.
 */
export function findRegions(labels: LabelImage, nuclei: ByteImage | null): RegionFinder {
  const { data } = labels;
  const known = new Map<SpotRegion, Uint32Array>();
  let depth: Float32Array | null = null;
  let core: Uint8Array | null = null;
  const depthMap = () => {
    depth ??= depths(labels);
    return depth;
  };
  const coreMap = () => {
    core ??= nuclei?.data ?? cores(labels, depthMap());
    return core;
  };

  function find(region: SpotRegion): Uint32Array {
    switch (region) {
      case 'cells':
        return positions(data.length, (at) => data[at] !== 0);
      case 'background':
        return positions(data.length, (at) => data[at] === 0);
      case 'membranes': {
        const map = depthMap();
        return positions(data.length, (at) => map[at] > 0 && map[at] <= MEMBRANE_WIDTH);
      }
      default: {
        const map = coreMap();
        const inCore = region === 'nuclei';
        return positions(data.length, (at) => data[at] !== 0 && (map[at] !== 0) === inCore);
      }
    }
  }

  return {
    pixelsOf(region) {
      const pixels = known.get(region) ?? find(region);
      known.set(region, pixels);
      return pixels;
    },
  };
}
