import { RandomState } from '../../random/random-state.ts';
import { streamSeed } from '../../random/stream-seed.ts';

/** Paths of the random streams of a training (`streamSeed`). */
const ORDER = 1;
const AUGMENTATION = 2;

/** Which image each example comes from: every one once in an epoch, in an order of its own by epoch. */
export function exampleOrder(seed: number, images: number): (position: number) => number {
  let drawn = -1;
  let order: number[] = [];
  return (position) => {
    const epoch = Math.floor(position / images);
    if (epoch !== drawn) {
      order = Array.from({ length: images }, (_, i) => i);
      new RandomState(streamSeed(seed, ORDER, epoch)).shuffle(order);
      drawn = epoch;
    }
    return order[position % images];
  };
}

/** The stream that draws the example at a position: a training that goes on draws what it would have drawn. */
export function exampleStream(seed: number, position: number): RandomState {
  return new RandomState(streamSeed(seed, AUGMENTATION, position));
}
