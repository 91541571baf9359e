import { Ellipsis, Link } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { BarMenu } from './bar-menu.tsx';
import { HelpItems } from './help-items.tsx';
import { LanguageItems } from './language-items.tsx';
import { shareLink } from './share.ts';
import { ThemeItems } from './theme-items.tsx';

/** On a narrow screen: what the top bar has no room for. */
export function MoreMenu() {
  const { t } = useTranslation();
  return (
    <BarMenu label={t('app.more')} testId="more-menu" icon={<Ellipsis aria-hidden />}>
      <DropdownMenu.Item className="menu-item plain" onSelect={() => void shareLink()}>
        <Link aria-hidden />
        {t('app.share')}
      </DropdownMenu.Item>
      <HelpItems />
      <div className="menu-separator" />
      <ThemeItems />
      <div className="menu-separator" />
      <LanguageItems />
    </BarMenu>
  );
}
