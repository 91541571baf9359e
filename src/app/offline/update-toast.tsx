import { RefreshCw } from 'lucide-react';
import { Toast } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { useOffline } from './use-offline.ts';

const BUSY = ['running', 'finishing'];

/** Says that a new version is there; it is taken when the person says so, with everything as it is. */
export function UpdateToast() {
  const { t } = useTranslation();
  const update = useOffline();
  const busy = useStudio(
    ({ exportJob, videoJob }) =>
      BUSY.includes(exportJob?.status ?? '') || BUSY.includes(videoJob?.status ?? ''),
  );
  if (!update) return null;
  return (
    <Toast.Root
      open
      className="notice"
      data-testid="update"
      duration={Number.POSITIVE_INFINITY}
      onOpenChange={(open) => !open && update.later()}
    >
      <RefreshCw className="notice-icon" aria-hidden />
      <div className="notice-text">
        <Toast.Title>{t('shell.updateTitle')}</Toast.Title>
        <Toast.Description className="hint">
          {t(busy ? 'shell.updateBusy' : 'shell.updateText')}
        </Toast.Description>
        <div className="notice-actions">
          <Toast.Action asChild altText={t('shell.updateTake')}>
            <button
              type="button"
              className="button primary small"
              disabled={busy}
              data-testid="update-take"
              onClick={(event) => {
                event.preventDefault();
                update.take();
              }}
            >
              {t('shell.updateTake')}
            </button>
          </Toast.Action>
          <Toast.Close asChild>
            <button type="button" className="button quiet small">
              {t('shell.updateLater')}
            </button>
          </Toast.Close>
        </div>
      </div>
    </Toast.Root>
  );
}
