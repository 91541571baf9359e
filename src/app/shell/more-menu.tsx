import { Check, Ellipsis, Keyboard, Link } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { LANGUAGES } from './language-menu.tsx';
import { shareLink } from './share.ts';
import { setShell } from './shell-state.ts';

/** On a narrow screen: what the top bar has no room for. */
export function MoreMenu() {
  const { t } = useTranslation();
  const language = useStudio((state) => state.language);
  const setLanguage = useStudio((state) => state.setLanguage);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="icon-button"
          aria-label={t('app.more')}
          data-testid="more-menu"
        >
          <Ellipsis />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.Item className="menu-item plain" onSelect={() => void shareLink()}>
            <Link aria-hidden />
            {t('app.share')}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item plain"
            onSelect={() => setShell({ helpOpen: true })}
          >
            <Keyboard aria-hidden />
            {t('app.shortcuts')}
          </DropdownMenu.Item>
          <div className="menu-separator" />
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
