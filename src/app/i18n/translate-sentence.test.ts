import { describe, expect, it } from 'vitest';
import { damagedCheckpoints } from '../../checkpoints/fixtures/damaged-checkpoints.ts';
import { ERROR_SENTENCES } from './error-sentences.ts';
import { translateSentence } from './translate-sentence.ts';

/** Names, numbers and options stay as they are in every language. */
const UNTRANSLATED = /^[\w./-]+( [\w./-]+)?$/;

describe('translateSentence', () => {
  it('leaves English and the unknown as they are', () => {
    expect(translateSentence('a.pkl ends too early.', 'en')).toBe('a.pkl ends too early.');
    expect(translateSentence('Something else.', 'zh-CN')).toBe('Something else.');
  });

  it('puts the parts that change in their place', () => {
    expect(translateSentence('a.pkl asks for os.system; it was refused.', 'zh-CN')).toBe(
      'a.pkl 要求调用 os.system，已被拒绝。',
    );
  });

  it('has the same parts on both sides of every sentence, and none twice', () => {
    const parts = (text: string) => [...text.matchAll(/%\d/g)].map(String).sort();
    for (const [english, chinese] of ERROR_SENTENCES)
      expect(parts(chinese)).toEqual(parts(english));
    const sentences = ERROR_SENTENCES.map(([english]) => english);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it.each(damagedCheckpoints())('says in Chinese that it is $what', ({ message, details }) => {
    for (const text of [message, details.expected, details.hint, details.where, details.found]) {
      const chinese = translateSentence(text, 'zh-CN');
      if (!UNTRANSLATED.test(text)) expect(chinese).toMatch(/\p{Script=Han}/u);
    }
  });
});
