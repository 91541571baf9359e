import { ERROR_SENTENCES } from './error-sentences.ts';

/** What stands for a part that changes. */
const PART = /%(\d)/g;

function asPattern(english: string): RegExp {
  const literal = english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal.replace(PART, '(.+?)')}$`);
}

const CHINESE = ERROR_SENTENCES.map(([english, chinese]) => [asPattern(english), chinese] as const);

/**
 * A sentence of an error in the language of the page; as it is where there is no translation.
 * @param language As `i18n.language`.
 */
export function translateSentence(sentence: string, language: string): string {
  if (!language.startsWith('zh')) return sentence;
  for (const [pattern, chinese] of CHINESE) {
    const match = pattern.exec(sentence);
    if (match) return chinese.replace(PART, (_, part: string) => match[Number(part)]);
  }
  return sentence;
}
