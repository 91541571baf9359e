import { en } from '../../src/app/i18n/en.ts';
import { zhCn } from '../../src/app/i18n/zh-cn.ts';

interface Texts {
  readonly [key: string]: string | Texts;
}

function flatten(texts: Texts, prefix = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const chinese = new Map(flatten(zhCn));
const keys = new Set(chinese.keys());
/** English texts that have another form in Chinese, without those that are filled in. */
const english = new Set(
  flatten(en)
    .filter(([key, text]) => chinese.get(key) !== text && !text.includes('{{'))
    .map(([, text]) => text),
);

/** Of the texts of a Chinese page: keys that nobody translated, and English that Chinese has words for. */
export function untranslated(texts: string[]): string[] {
  return texts.filter((text) => keys.has(text) || english.has(text) || /\{\{|\}\}/.test(text));
}
