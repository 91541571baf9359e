/** How a dropped file became a model. */
export interface ImportFigures {
  sha256: string;
  seconds: number;
  /** Reports of progress that came, and the longest wait between two. */
  reports: number;
  longestWait: number;
}

/** How one sample was made. */
export interface SampleFigures {
  maskSeconds: number;
  imageSeconds: number;
  /** Bytes in tensors afterwards. */
  tensorBytes: number;
}

/** The globals of the full bench's page, through which the runner drives it. */
export interface FullPage {
  /** Converts what lies in the page's file input, through the studio's own library. */
  importChosen(): Promise<ImportFigures>;
  /** Starts WASM and loads a model that was kept, an image model with the demo's mask model. */
  loadStored(sha256: string): Promise<{ seconds: number }>;
  /**
   * Makes one sample with what is loaded.
   * @param size Side of the image; null for a mask model, which draws at its own.
   */
  makeSample(size: number | null): Promise<SampleFigures>;
}
