/** A ratio of two areas that is kept as both, so that it can be pooled over images. */
export interface AreaRatio {
  /** Pixels. */
  intersection: number;
  /** Pixels. */
  union: number;
}
