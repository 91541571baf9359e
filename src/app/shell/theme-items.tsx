import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { ChoiceItems } from './choice-items.tsx';

/** Dark, light, or as the system has it. */
export function ThemeItems() {
  const { t } = useTranslation();
  const theme = useStudio((state) => state.theme);
  const setTheme = useStudio((state) => state.setTheme);
  return (
    <ChoiceItems
      label={t('shell.theme')}
      testId="theme"
      value={theme}
      choices={[
        { value: 'dark', name: t('shell.dark'), icon: <Moon aria-hidden /> },
        { value: 'light', name: t('shell.light'), icon: <Sun aria-hidden /> },
        { value: 'system', name: t('shell.system'), icon: <Monitor aria-hidden /> },
      ]}
      onChoose={setTheme}
    />
  );
}
