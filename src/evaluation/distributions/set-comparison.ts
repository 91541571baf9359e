/** How far one feature of the cells of two sets is apart. */
export interface FeatureDistance {
  /** Name of the feature, e.g. `area`; `CELL_FEATURES` lists them. */
  feature: string;
  /** First Wasserstein distance in the unit of the feature; null when a set has no cell with it. */
  wasserstein: number | null;
  /** The same over the standard deviation of the real set, so that features can be compared; null where that is 0. */
  standardised: number | null;
}

/** How far the cells of a synthetic set are from those of a real one. */
export interface SetComparison {
  /** Names of the sets. */
  synthetic: string;
  real: string;
  /** Cells measured of either. */
  syntheticCells: number;
  realCells: number;
  features: FeatureDistance[];
  /** Fréchet distance of the named features, standardised by the real set. Not FID: there is no Inception in it. */
  frechet: number | null;
  /** Kernel distance (polynomial MMD) of the same features. Not KID. */
  kernel: number | null;
  /** Share of the synthetic cells that lie among the real ones (improved precision, k = 3). */
  precision: number | null;
  /** Share of the real cells that lie among the synthetic ones (improved recall, k = 3). */
  recall: number | null;
}
