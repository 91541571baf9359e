/** Milliseconds of one edited sample, beside one that was not edited. */
export interface EditTimes {
  /** The image network alone, in its worker. */
  forward: number;
  /** From the end of a dab to the new image on its canvas. */
  dab: number;
  /** What of that was not the network: writing, crossing to the worker, reading, shapes, drawing. */
  around: number;
  /** From the end of a stroke that an image had begun to follow. */
  stroke: number;
  /** How long the end of the stroke keeps the page. */
  end: number;
}

/** Milliseconds of the page for each segment of a brush, drawing included, and for the end of the stroke. */
export interface InkTimes {
  segments: number[];
  ends: number[];
}

/** The globals of the page, through which the runner drives it. */
export interface EditingPage {
  openStudio(size: number): Promise<void>;
  timeEdit(run: number): Promise<EditTimes>;
  /** On 5,000 cells at 1024 × 1024 pixels. */
  timeInk(strokes: number): Promise<InkTimes>;
}
