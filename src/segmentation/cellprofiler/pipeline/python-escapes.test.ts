import { expect, it } from 'vitest';
import { decodePythonEscapes } from './python-escapes.ts';

it.each([
  ['plain: text', 'plain: text'],
  ['a\\\\b', 'a\\b'],
  ['caf\\xe9', 'café'],
  ['\\u03bcm \\U0001f52c', 'μm 🔬'],
  ['two\\nlines\\t\\101', 'two\nlines\tA'],
  ["it\\'s", "it's"],
  ['\\d+ \\UFFFFFFFF \\', '\\d+ \\UFFFFFFFF \\'],
])('reads %s', (written, text) => {
  expect(decodePythonEscapes(written)).toBe(text);
});
