import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import type {} from './translation.ts';
import { zhCn } from './zh-cn.ts';

/** Starts translation with both languages in the page: nothing is fetched. */
export function startTranslation(language: 'en' | 'zh-CN'): void {
  void i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCn } },
    lng: language,
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
}

/** A message that is a key of ours is translated; plain text stays what it is. */
export function translateMessage(message: string, values: Record<string, unknown> = {}): string {
  const translate = i18next.t as unknown as (key: string, options: object) => string;
  return i18next.exists(message, values) ? translate(message, values) : message;
}
