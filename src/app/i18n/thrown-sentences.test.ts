import { describe, expect, it } from 'vitest';
import { ERROR_SENTENCES } from './error-sentences.ts';
import { thrownSentences } from './thrown-sentences.ts';
import { translateSentence } from './translate-sentence.ts';

describe('sentences of errors', () => {
  const thrown = thrownSentences('src');

  it('are found in the sources', () => {
    expect(thrown.length).toBeGreaterThan(150);
    expect(thrown.map(({ text }) => text)).toContain('The graphics device was lost.');
  });

  it('all have a Chinese one', () => {
    // Some are written in pieces: their first is the beginning of a sentence that has one.
    const isBeginning = (text: string) => ERROR_SENTENCES.some(([all]) => all.startsWith(text));
    const missing = thrown
      .filter(({ text }) => translateSentence(text, 'zh-CN') === text && !isBeginning(text))
      .map(({ text, file }) => `${file}: ${text}`);
    expect(missing).toEqual([]);
  });
});
