import { GraduationCap, Keyboard } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { startTour } from '../tour/tour-state.ts';
import { setShell } from './shell-state.ts';

/** What helps: the keys, and the tour once more. */
export function HelpItems() {
  const { t } = useTranslation();
  return (
    <>
      <DropdownMenu.Item
        className="menu-item plain"
        data-testid="help-shortcuts"
        onSelect={() => setShell({ helpOpen: true })}
      >
        <Keyboard aria-hidden />
        <span className="menu-text">{t('app.shortcuts')}</span>
        <kbd>?</kbd>
      </DropdownMenu.Item>
      <DropdownMenu.Item
        className="menu-item plain"
        data-testid="help-tour"
        onSelect={() => startTour()}
      >
        <GraduationCap aria-hidden />
        {t('tour.restart')}
      </DropdownMenu.Item>
    </>
  );
}
