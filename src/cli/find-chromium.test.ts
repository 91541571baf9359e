import { expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { findChromium } from './find-chromium.ts';

it('takes the first that can be run', () => {
  expect(findChromium([undefined, '/nowhere/chromium', process.execPath])).toBe(process.execPath);
});

it('says how to get one when there is none', () => {
  let caught: unknown;
  try {
    findChromium(['/nowhere/chromium']);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(CytoForgeError);
  expect((caught as CytoForgeError).details.hint).toContain('apt-get install chromium');
});
