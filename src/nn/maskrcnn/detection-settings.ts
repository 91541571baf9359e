/** How many regions are proposed, and which of them overlap too much. */
export interface ProposalSettings {
  /** Of every level, by score, before suppression. */
  mostBeforeSuppression: number;
  /** Of all levels, after it. */
  most: number;
  nmsThreshold: number;
  /** Shorter boxes are dropped, in pixels. */
  smallestSide: number;
}

/** Which of the box head's answers count as objects. */
export interface DetectionSettings {
  proposals: ProposalSettings;
  scoreThreshold: number;
  nmsThreshold: number;
  detectionsPerImage: number;
  smallestSide: number;
}

/** torchvision's settings for inference. */
export const OFFICIAL_SETTINGS: DetectionSettings = {
  proposals: { mostBeforeSuppression: 1000, most: 1000, nmsThreshold: 0.7, smallestSide: 1e-3 },
  scoreThreshold: 0.05,
  nmsThreshold: 0.5,
  detectionsPerImage: 100,
  smallestSide: 1e-2,
};
