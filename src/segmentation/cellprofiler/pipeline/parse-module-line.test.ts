import { expect, it } from 'vitest';
import { parseModuleLine } from './parse-module-line.ts';

it('reads a module whose notes hold bars, brackets and quotes', () => {
  const notes = `notes:['a|enabled:False|]', "it's |("]`;
  const line = `Crop:[module_num:3|variable_revision_number:2|${notes}|enabled:True|wants_pause:False]`;
  expect(parseModuleLine(line, 'line 1')).toEqual({
    name: 'Crop',
    number: 3,
    revision: 2,
    enabled: true,
  });
});

it('takes a module for enabled unless it says otherwise', () => {
  const line = 'Crop:[module_num:3|variable_revision_number:2]';
  expect(parseModuleLine(line, 'line 1').enabled).toBe(true);
  expect(parseModuleLine(line.replace(']', '|enabled:False]'), 'line 1').enabled).toBe(false);
});

it.each(['Crop', 'Crop:[]', 'Crop:[module_num:x|variable_revision_number:2]'])(
  'refuses %s',
  (line) => {
    expect(() => parseModuleLine(line, 'line 7')).toThrow('not a CellProfiler pipeline');
  },
);
