/** How examples are drawn from images; every draw is independent. */
export interface Augmentation {
  /** Side in pixels of an example. */
  size: number;
  /** `quarter`: by 0, 90, 180 or 270 degrees; `any`: by any angle. */
  rotation: 'none' | 'quarter' | 'any';
  flips: boolean;
  /** Enlargement is drawn between these. */
  scale: readonly [smallest: number, largest: number];
  /** What values are multiplied by is drawn between these. */
  gain: readonly [smallest: number, largest: number];
  /** What is added to values is drawn between these. */
  offset: readonly [smallest: number, largest: number];
  /** Half of the examples are blurred by a sigma up to this, in pixels. */
  largestBlur: number;
}

/** Nothing but crops. */
export const PLAIN_CROPS: Omit<Augmentation, 'size'> = {
  rotation: 'none',
  flips: false,
  scale: [1, 1],
  gain: [1, 1],
  offset: [0, 0],
  largestBlur: 0,
};
