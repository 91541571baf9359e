import type { en } from './en.ts';

/** Chinese has one plural form, so `*_one` is English only. */
type Words<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : Words<T[K]>;
};

/** What every language file must say. */
export type Translation = Words<typeof en>;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}
