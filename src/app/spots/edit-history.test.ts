import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type EditHistory, recordEdit, redoEdit, startHistory, undoEdit } from './edit-history.ts';

it('goes back and forth through all steps', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(20), (values, back) => {
      const start: EditHistory<number> = startHistory(-1);
      const end = values.reduce((history, value) => recordEdit(history, value, null, 0), start);
      let history = end;
      for (let i = 0; i < back; i++) history = undoEdit(history);
      expect(history.present).toBe([-1, ...values][Math.max(0, values.length - back)]);
      for (let i = 0; i < back; i++) history = redoEdit(history);
      expect({ ...history, last: null }).toEqual(end);
    }),
  );
});

it('takes changes of one thing that follow soon as one step', () => {
  let history = recordEdit(startHistory('a'), 'b', 'opacity', 0);
  history = recordEdit(history, 'c', 'opacity', 1000);
  history = recordEdit(history, 'd', 'opacity', 2000);
  expect(history.past).toEqual(['a']);
  history = recordEdit(history, 'e', 'opacity', 9000);
  history = recordEdit(history, 'f', 'seed', 9001);
  expect(history.past).toEqual(['a', 'd', 'e']);
});

it('takes a drag as one step, however long it rests', () => {
  let history = recordEdit(startHistory('a'), 'b', 'drag 1', 0);
  history = recordEdit(history, 'c', 'drag 1', 60_000);
  expect(history.past).toEqual(['a']);
  expect(recordEdit(history, 'd', 'drag 2', 60_001).past).toEqual(['a', 'c']);
});

it('forgets the steps ahead once another is taken', () => {
  const history = undoEdit(recordEdit(startHistory('a'), 'b', null, 0));
  expect(redoEdit(recordEdit(history, 'c', null, 0)).present).toBe('c');
});
