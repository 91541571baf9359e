import { expect, it } from 'vitest';
import { type PaintKeyPress, paintKey } from './paint-key.ts';
import { TOOLS } from './tools/tool-list.ts';

const press = (key: string, held: Partial<PaintKeyPress> = {}): PaintKeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

it('gives every tool a key of its own that nothing else has', () => {
  for (const { key, name } of TOOLS)
    expect(paintKey(press(key))).toEqual({ do: 'tool', tool: name });
  expect(new Set(TOOLS.map(({ key }) => key)).size).toBe(TOOLS.length);
});

it('takes undo and redo as on any system', () => {
  expect(paintKey(press('z', { ctrlKey: true }))).toEqual({ do: 'undo' });
  expect(paintKey(press('Z', { metaKey: true, shiftKey: true }))).toEqual({ do: 'redo' });
  expect(paintKey(press('y', { ctrlKey: true }))).toEqual({ do: 'redo' });
});

it('moves by arrows, further with Shift, the view with Control', () => {
  expect(paintKey(press('ArrowUp'))).toEqual({ do: 'arrow', dx: 0, dy: -1, far: false });
  expect(paintKey(press('ArrowLeft', { shiftKey: true }))).toMatchObject({ dx: -1, far: true });
  expect(paintKey(press('ArrowLeft', { ctrlKey: true }))).toMatchObject({ do: 'pan', dx: 60 });
});

it('leaves the browser its own', () => {
  for (const key of ['r', 't', 'w', 'n', 'l', '+'])
    expect(paintKey(press(key, { ctrlKey: true }))).toBeNull();
  expect(paintKey(press('ArrowLeft', { altKey: true }))).toBeNull();
  expect(paintKey(press('F5'))).toBeNull();
});
