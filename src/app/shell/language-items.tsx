import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { ChoiceItems, type MenuChoice } from './choice-items.tsx';

type Language = 'en' | 'zh-CN';

const LANGUAGES: readonly MenuChoice<Language>[] = [
  { value: 'en', name: 'English', lang: 'en' },
  { value: 'zh-CN', name: '简体中文', lang: 'zh-CN' },
];

/** The languages, each in its own name. */
export function LanguageItems() {
  const { t } = useTranslation();
  const language = useStudio((state) => state.language);
  const setLanguage = useStudio((state) => state.setLanguage);
  return (
    <ChoiceItems
      label={t('app.language')}
      testId="language"
      value={language}
      choices={LANGUAGES}
      onChoose={setLanguage}
    />
  );
}
