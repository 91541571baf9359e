import { expect, it } from 'vitest';
import { spotsCommand } from './key-command.ts';

const NONE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

it.each([
  ['ArrowRight', {}, { do: 'move', dx: 1, dy: 0 }],
  ['ArrowUp', { shiftKey: true }, { do: 'move', dx: 0, dy: -10 }],
  ['ArrowRight', { altKey: true }, { do: 'stretch', along: 1.05, across: 1 }],
  ['ArrowUp', { altKey: true }, { do: 'stretch', along: 1, across: 1.05 }],
  ['r', {}, { do: 'turn', degrees: 5 }],
  ['R', { shiftKey: true }, { do: 'turn', degrees: -5 }],
  ['z', { ctrlKey: true }, { do: 'undo' }],
  ['Z', { metaKey: true, shiftKey: true }, { do: 'redo' }],
  ['y', { ctrlKey: true }, { do: 'redo' }],
  ['Delete', {}, { do: 'remove' }],
])('%s with %j', (key, held, command) => {
  expect(spotsCommand({ ...NONE, key, ...held })).toEqual(command);
});

it.each([
  ['s', { ctrlKey: true }],
  ['d', { altKey: true }],
  ['toString', {}],
  ['F5', {}],
])('leaves %s with %j to the browser', (key, held) => {
  expect(spotsCommand({ ...NONE, key, ...held })).toBeNull();
});
