import { Download, Link } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Tip } from '../controls/tip.tsx';
import { ExportChip } from '../export/export-chip.tsx';
import { openExport } from '../export/export-dialog-state.ts';
import { DeviceMenu } from './device-menu.tsx';
import { ModelChip } from './model-chip.tsx';
import { MoreMenu } from './more-menu.tsx';
import { PreferenceMenus } from './preference-menus.tsx';
import { shareLink } from './share.ts';
import { useNarrow } from './use-narrow.ts';
import { Wordmark } from './wordmark.tsx';

/** Models, device, language, theme, help, and what leaves the studio: a link or a data set. */
export function TopBar() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  return (
    <header className="top-bar">
      <Wordmark name={t('app.name')} />
      <div className="model-chips">
        <ModelChip kind="mask" />
        <ModelChip kind="image" />
      </div>
      <span className="grow-bar" />
      <ExportChip />
      <DeviceMenu />
      {narrow ? (
        <MoreMenu />
      ) : (
        <>
          <PreferenceMenus />
          <Tip text={t('app.shareHint')}>
            <button
              type="button"
              className="button"
              data-testid="share"
              onClick={() => void shareLink()}
            >
              <Link aria-hidden />
              {t('app.share')}
            </button>
          </Tip>
        </>
      )}
      <button
        type="button"
        className="button primary"
        data-testid="export-open"
        aria-label={t('app.export')}
        onClick={() => openExport('last')}
      >
        <Download aria-hidden />
        <span className="wide">{t('app.export')}</span>
      </button>
    </header>
  );
}
