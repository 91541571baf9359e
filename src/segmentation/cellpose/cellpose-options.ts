import { parameterValues } from '../parameter-values.ts';
import type { SegmenterValues } from '../segmenter.ts';
import { CELLPOSE_DESCRIPTION, type CHANNELS, type NUCLEI_CHANNELS } from './describe-cellpose.ts';

/** Cellpose's parameters, as `CELLPOSE_DESCRIPTION` has them. */
export interface CellposeOptions {
  /** Of the objects, in pixels of the image; 0 to estimate it. */
  diameter: number;
  chan: (typeof CHANNELS)[number];
  chan2: (typeof NUCLEI_CHANNELS)[number];
  invert: boolean;
  flow_threshold: number;
  cellprob_threshold: number;
  min_size: number;
  max_size_fraction: number;
  /** 0 for 200 at the network's own diameter, in proportion elsewhere. */
  niter: number;
  /** Whether masks are made at the image's size, not at the network's. */
  resample: boolean;
  interp: boolean;
  augment: boolean;
  tile_overlap: number;
  bsize: number;
  batch_size: number;
}

/** Sides of the network's input are multiples of this. */
export const SIDE_MULTIPLE = 16;

/**
 * All of Cellpose's parameters, whole numbers where they count something.
 * @throws CytoForgeError `bad-option` for a name it does not have or a value out of range.
 */
export function cellposeOptions(given: SegmenterValues): CellposeOptions {
  const values = parameterValues(CELLPOSE_DESCRIPTION, given) as unknown as CellposeOptions;
  return {
    ...values,
    niter: Math.round(values.niter),
    bsize: SIDE_MULTIPLE * Math.round(values.bsize / SIDE_MULTIPLE),
    batch_size: Math.round(values.batch_size),
  };
}
