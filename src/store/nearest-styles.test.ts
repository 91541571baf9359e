import { expect, it } from 'vitest';
import { nearestStyles } from './nearest-styles.ts';

it('finds the style of every object among those of its class', () => {
  const style = (id: number, label: number, ...feature: number[]) => {
    return { id, label, area: 1, share: 1, feature };
  };
  const styles = [style(0, 0, 5, 5), style(1, 1, 0.1, 0), style(2, 1, 0.9, 1.2), style(3, 2, 1, 1)];
  const centres = {
    0: [[9, 9]],
    1: [
      [1, 1],
      [0, 0],
    ],
  };
  expect(nearestStyles(styles, { centres })).toEqual([0, 1, 0, 0]);
});
