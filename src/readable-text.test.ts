import { describe, expect, it } from 'vitest';
import { CytoForgeError } from './errors.ts';
import { readableText } from './readable-text.ts';

describe('readableText', () => {
  it('leaves ordinary text of any language as it is', () => {
    for (const text of ['posix.system', 'Ядро 核 ψ', 'two\nlines']) {
      expect(readableText(text)).toBe(text);
    }
  });

  it('shows what a terminal would obey', () => {
    expect(readableText('\x1b[2Jgone\x07')).toBe('\\u{1b}[2Jgone\\u{7}');
    expect(readableText('evil\u202ekp.\ud800')).toBe('evil\\u{202e}kp.\\u{d800}');
  });

  it('cuts a name of a megabyte', () => {
    expect(readableText('a'.repeat(1_000_000))).toHaveLength(401);
  });

  it('is applied to every part of an error', () => {
    const long = `\x1b${'b'.repeat(5000)}`;
    const { message, details } = new CytoForgeError('corrupt', long, { found: long, where: long });
    for (const part of [message, details.found, details.where]) {
      expect(part).toMatch(/^\\u\{1b\}b+…$/);
    }
  });
});
