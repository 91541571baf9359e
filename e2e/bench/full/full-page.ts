/** How a dropped file became a model. */
export interface ImportFigures {
  sha256: string;
  seconds: number;
  /** Reports of progress that came, and the longest wait between two. */
  reports: number;
  longestWait: number;
}

/** How a model that is kept was loaded and run once. */
export interface RunFigures {
  loadSeconds: number;
  maskSeconds: number;
  imageSeconds: number;
  /** Bytes in tensors afterwards. */
  tensorBytes: number;
}

/** The globals of the full bench's page, through which the runner drives it. */
export interface FullPage {
  /** Converts what lies in the page's file input, through the studio's own library. */
  importChosen(): Promise<ImportFigures>;
  /**
   * Loads a model that was kept, on WASM, and makes one sample with it.
   * @param size Side of the image; null for a mask model, which draws at its own.
   */
  runStored(sha256: string, size: number | null): Promise<RunFigures>;
}
