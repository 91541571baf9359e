import { CircleHelp, Languages, SunMoon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { BarMenu } from './bar-menu.tsx';
import { HelpItems } from './help-items.tsx';
import { LanguageItems } from './language-items.tsx';
import { ThemeItems } from './theme-items.tsx';

/** Language, colours and help in the top bar of a wide screen. */
export function PreferenceMenus() {
  const { t } = useTranslation();
  const language = useStudio((state) => state.language);
  return (
    <>
      <BarMenu
        label={t('app.language')}
        testId="language"
        icon={<Languages aria-hidden />}
        text={language === 'zh-CN' ? '中文' : 'EN'}
      >
        <LanguageItems />
      </BarMenu>
      <BarMenu label={t('shell.theme')} testId="theme" icon={<SunMoon aria-hidden />}>
        <ThemeItems />
      </BarMenu>
      <BarMenu label={t('shell.help')} testId="help" icon={<CircleHelp aria-hidden />}>
        <HelpItems />
      </BarMenu>
    </>
  );
}
