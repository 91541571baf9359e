/** The algorithms, by the names that the command line and files use. */
export const SEGMENTER_METHODS = [
  'otsu',
  'otsu-watershed',
  'cellprofiler',
  'cellpose',
  'mesmer',
  'maskrcnn',
  'u2net',
  'unet2d',
] as const;

/** One of the algorithms. */
export type SegmenterMethod = (typeof SEGMENTER_METHODS)[number];
