import { useTranslation } from 'react-i18next';

/** A parameter's own name as words: `flow_threshold` becomes "Flow threshold". */
export function wordsOf(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words === '' ? name : words[0].toUpperCase() + words.slice(1);
}

/** Names of parameters and their options in the page's language, the authors' own where there is none. */
export function useParameterName(): (name: string) => string {
  const { t, i18n } = useTranslation();
  return (name) => {
    const key = `parameters.${name}`;
    return i18n.exists(key) ? String(t(key as 'benchmark.title')) : wordsOf(name);
  };
}
