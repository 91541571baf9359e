import { expect, it } from 'vitest';
import { inkWithin, labelOfStroke } from './ink-of.ts';

const choice = { under: 4, active: null, strokes: 'continue', next: 9 } as const;

it('continues the cell under the beginning, or makes a new one', () => {
  expect(labelOfStroke(choice)).toBe(4);
  expect(labelOfStroke({ ...choice, under: 0 })).toBe(9);
  expect(labelOfStroke({ ...choice, strokes: 'new' })).toBe(9);
  expect(labelOfStroke({ ...choice, under: 0, next: null })).toBeNull();
});

it('paints with a picked label wherever it begins', () => {
  expect(labelOfStroke({ ...choice, active: 2 })).toBe(2);
});

it('erases only the cell it began on, unless it writes over all', () => {
  expect(inkWithin('erase', 4, 'keep-others')).toEqual({ kind: 'erase', only: 4 });
  expect(inkWithin('erase', 4, 'overwrite')).toEqual({ kind: 'erase', only: null });
  expect(inkWithin('erase', 0, 'exclude')).toEqual({ kind: 'erase', only: null });
});
