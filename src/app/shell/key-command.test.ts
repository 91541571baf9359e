import { describe, expect, it } from 'vitest';
import { keyCommand } from './key-command.ts';

const press = (key: string, held: Partial<Parameters<typeof keyCommand>[0]> = {}) =>
  keyCommand({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('keyCommand', () => {
  it('steps seeds with arrows and pans with Shift and arrows', () => {
    expect(press('ArrowLeft')).toEqual({ do: 'seed', by: -1 });
    expect(press('ArrowRight')).toEqual({ do: 'seed', by: 1 });
    expect(press('ArrowRight', { shiftKey: true })).toEqual({ do: 'pan', dx: -60, dy: 0 });
    expect(press('ArrowUp')).toBeNull();
  });

  it('takes letters in either case and signs that need Shift', () => {
    expect(press('P', { shiftKey: true })).toEqual({ do: 'pin' });
    expect(press('?', { shiftKey: true })).toEqual({ do: 'help' });
    expect(press('+', { shiftKey: true })).toMatchObject({ do: 'zoom' });
    expect(press('4')).toEqual({ do: 'mode', index: 3 });
  });

  it('leaves the browser its own', () => {
    expect(press('p', { ctrlKey: true })).toBeNull();
    expect(press('r', { metaKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('toString')).toBeNull();
  });
});
