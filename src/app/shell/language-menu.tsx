import { Check, Languages } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';

/** The languages, each in its own name. */
export const LANGUAGES = [
  { value: 'en', name: 'English', short: 'EN' },
  { value: 'zh-CN', name: '简体中文', short: '中文' },
] as const;

/** Changes the language of the page. */
export function LanguageMenu() {
  const { t } = useTranslation();
  const language = useStudio((state) => state.language);
  const setLanguage = useStudio((state) => state.setLanguage);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="button quiet"
          aria-label={t('app.language')}
          data-testid="language"
        >
          <Languages aria-hidden />
          {LANGUAGES.find(({ value }) => value === language)?.short}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup
            value={language}
            onValueChange={(value) => setLanguage(value === 'zh-CN' ? 'zh-CN' : 'en')}
          >
            {LANGUAGES.map(({ value, name }) => (
              <DropdownMenu.RadioItem
                key={value}
                value={value}
                lang={value}
                className="menu-item"
                data-testid={`language-${value}`}
              >
                <DropdownMenu.ItemIndicator className="menu-check">
                  <Check aria-hidden />
                </DropdownMenu.ItemIndicator>
                {name}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
